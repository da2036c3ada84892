package io.ploy.testkit.polymarket.order;

import io.ploy.api.signing.Signature;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A deposit wallet's signature: that of its key, then what it was made over, so that the wallet can make the hash anew.
 * Source: ERC-7739.
 */
final class WrappedSignature {
    private static final byte[] TYPE = OrderHash.TYPE.getBytes(StandardCharsets.US_ASCII);
    private static final int STRUCT = Signature.LENGTH + Words.LENGTH;
    private static final int TYPE_TEXT = STRUCT + Words.LENGTH;
    private static final int LENGTH = TYPE_TEXT + TYPE.length + 2;

    private WrappedSignature() {}

    /**
     * The key's signature of 65 bytes; empty unless everything after it is what it has to be for this order at this exchange.
     */
    static Optional<byte[]> unwrap(byte[] signature, byte[] separator, byte[] structHash) {
        boolean isWhole = signature.length == LENGTH
                && Arrays.equals(signature, Signature.LENGTH, STRUCT, separator, 0, Words.LENGTH)
                && Arrays.equals(signature, STRUCT, TYPE_TEXT, structHash, 0, Words.LENGTH)
                && Arrays.equals(signature, TYPE_TEXT, LENGTH - 2, TYPE, 0, TYPE.length)
                && signature[LENGTH - 2] == (byte) (TYPE.length >> 8)
                && signature[LENGTH - 1] == (byte) TYPE.length;
        return isWhole ? Optional.of(Arrays.copyOf(signature, Signature.LENGTH)) : Optional.empty();
    }
}
