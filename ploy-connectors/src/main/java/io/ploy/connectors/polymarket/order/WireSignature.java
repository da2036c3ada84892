package io.ploy.connectors.polymarket.order;

import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signature;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.TypedData;
import io.ploy.connectors.polymarket.protocol.Wallet;
import java.nio.charset.StandardCharsets;

/**
 * An order's signature as it is sent. Of most accounts that is the key's signature of the order. A deposit wallet is a
 * contract: its key signs the order wrapped in a structure that names the wallet, and what is sent carries all a contract
 * needs to unwrap it (ERC-7739). Used again for the next order; allocates nothing.
 *
 * <p><b>Threading.</b> Not thread-safe.
 */
final class WireSignature {
    private static final byte[] CONTENTS = OrderStruct.TYPE.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WRAPPED_TYPE = TypedData.hash("TypedDataSign(Order contents,string name,string version,"
            + "uint256 chainId,address verifyingContract,bytes32 salt)" + OrderStruct.TYPE);
    private static final int WRAPPED = Signature.LENGTH + 2 * TypedData.WORD + CONTENTS.length + 2;

    private final Signer signer;
    private final Keccak256 keccak;
    private final boolean wraps;
    private final byte[] plain = new byte[Signature.LENGTH];
    private final byte[] wire;
    private final byte[] words = new byte[7 * TypedData.WORD];
    private final byte[] message = TypedData.message(new byte[TypedData.WORD]);
    private final byte[] digest = new byte[Keccak256.LENGTH];

    /** Writes what is the same in all signatures of an account. */
    WireSignature(Chain chain, Wallet wallet, Signer signer, Keccak256 keccak) {
        this.signer = signer;
        this.keccak = keccak;
        this.wraps = wallet.kind() == AccountKind.DEPOSIT_WALLET;
        this.wire = wraps ? new byte[WRAPPED] : plain;
        if (wraps) {
            System.arraycopy(WRAPPED_TYPE, 0, words, 0, TypedData.WORD);
            System.arraycopy(TypedData.hash("DepositWallet"), 0, words, 2 * TypedData.WORD, TypedData.WORD);
            System.arraycopy(TypedData.hash("1"), 0, words, 3 * TypedData.WORD, TypedData.WORD);
            TypedData.putNumber(chain.id(), words, 4 * TypedData.WORD);
            TypedData.putAddress(wallet.funder(), words, 5 * TypedData.WORD);
            System.arraycopy(CONTENTS, 0, wire, Signature.LENGTH + 2 * TypedData.WORD, CONTENTS.length);
            wire[WRAPPED - 2] = (byte) (CONTENTS.length >> 8);
            wire[WRAPPED - 1] = (byte) CONTENTS.length;
        }
    }

    /** Signs an order whose hashes are made. */
    void sign(OrderStruct order) {
        if (wraps) {
            wrap(order.message());
            signer.sign(message, digest, plain);
            System.arraycopy(plain, 0, wire, 0, Signature.LENGTH);
            System.arraycopy(order.message(), OrderStruct.SEPARATOR, wire, Signature.LENGTH, TypedData.MESSAGE - 2);
        } else {
            signer.sign(order.message(), order.digest(), plain);
        }
    }

    private void wrap(byte[] order) {
        System.arraycopy(order, OrderStruct.HASH, words, TypedData.WORD, TypedData.WORD);
        System.arraycopy(order, OrderStruct.SEPARATOR, message, OrderStruct.SEPARATOR, TypedData.WORD);
        keccak.hash(words, 0, words.length, message, OrderStruct.HASH);
        keccak.hash(message, 0, message.length, digest, 0);
    }

    /** The hash the key signs of a wrapped order; the bytes themselves. */
    byte[] wrappedDigest() {
        return digest;
    }

    /** What the key answered, the bytes themselves. */
    byte[] plain() {
        return plain;
    }

    /** What is sent: 65 bytes, or 317 of a deposit wallet; the bytes themselves. */
    byte[] wire() {
        return wire;
    }
}
