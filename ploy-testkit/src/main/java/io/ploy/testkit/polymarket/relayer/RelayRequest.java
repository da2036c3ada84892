package io.ploy.testkit.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.chain.Work;
import java.time.Instant;
import java.util.Optional;

/**
 * What the relayer was asked for, with a signature that holds.
 *
 * @param kind of request
 * @param from the key that signed
 * @param to as it was given
 * @param wallet what is to be used or made
 * @param nonce the number that was signed; absent where none is
 * @param deadline until when it may be carried out; absent where none is given
 * @param data as the chain gets it, 0x and hexadecimal digits
 * @param signature as it was given, empty if none is needed
 * @param metadata for people; may be empty
 * @param work what the chain is to do
 */
record RelayRequest(
        RequestKind kind,
        Address from,
        Address to,
        Address wallet,
        Optional<Long> nonce,
        Optional<Instant> deadline,
        String data,
        String signature,
        String metadata,
        Work work) {}
