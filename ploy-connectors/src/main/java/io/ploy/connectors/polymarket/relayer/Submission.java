package io.ploy.connectors.polymarket.relayer;

import java.time.Instant;
import java.util.Optional;

/**
 * A signed transaction that left for the relayer and was not refused.
 *
 * @param nonce the wallet's number it uses up if it is carried out; no other transaction of the wallet can use it as well
 * @param deadline after which the chain does not carry it out any more; absent for wallets that know no such thing
 * @param transaction how the relayer says it stands; absent if its answer was lost, so that it may never have come
 * @param doubt what became of the answer, empty if there is one
 */
public record Submission(
        long nonce, Optional<Instant> deadline, Optional<RelayedTransaction> transaction, String doubt) {}
