package io.ploy.connectors.polymarket.order;

import io.ploy.api.signing.Signature;
import java.util.Arrays;
import java.util.HexFormat;

/** Whether a signature has the form the exchanges take: r and s in range, s in the lower half, v 27 or 28. */
final class SignatureCheck {
    /** Half the order of the curve secp256k1, rounded down. Source: SEC 2, version 2.0. */
    private static final byte[] HALF =
            HexFormat.of().parseHex("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0");

    private static final byte[] ZERO = new byte[32];

    private SignatureCheck() {}

    /** Refuses any other form; the message shows v alone. */
    static void check(byte[] signature) {
        byte v = signature[Signature.LENGTH - 1];
        if (v != 27 && v != 28) {
            throw Refusal.of("signature", "a v of " + v, "27 or 28; the signer is at fault");
        }
        if (Arrays.equals(signature, 0, 32, ZERO, 0, 32) || Arrays.equals(signature, 32, 64, ZERO, 0, 32)) {
            throw Refusal.of("signature", "an r or s of zero", "any other; the signer is at fault");
        }
        if (Arrays.compareUnsigned(signature, 32, 64, HALF, 0, 32) > 0) {
            throw Refusal.of("signature", "an s in the upper half", "the lower half; the signer is at fault");
        }
    }
}
