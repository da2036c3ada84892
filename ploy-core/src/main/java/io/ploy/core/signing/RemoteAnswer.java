package io.ploy.core.signing;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signature;
import io.ploy.api.signing.SigningException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/** Reads what a remote signer answered, and trusts none of it: the signature must be the expected key's. */
final class RemoteAnswer {
    /** Longer than any signature with what may surround it. */
    static final int LARGEST = 1024;

    private static final int HALF = 32;
    private static final int DIGITS = 2 * Signature.LENGTH;

    private RemoteAnswer() {}

    /** Reads r, s and v in hex into the form every signer gives: s in the lower half, v 27 or 28. */
    static void read(String text, byte[] digest, Address expected, byte[] signature) {
        String hex = text.strip();
        int start = hex.startsWith("0x") ? 2 : 0;
        if (hex.length() - start != DIGITS) {
            throw new SigningException("an answer of " + (hex.length() - start)
                    + " characters instead of 130 hex digits; check that its address is a signer's");
        }
        byte[] read;
        try {
            read = HexFormat.of().parseHex(hex, start, hex.length());
        } catch (IllegalArgumentException e) {
            throw new SigningException("an answer that is not hex; check that its address is a signer's");
        }
        normalize(read);
        Optional<Address> signer = Secp256k1.signerOf(digest, read);
        if (!signer.equals(Optional.of(expected))) {
            throw new SigningException("a signature of "
                    + signer.map(Address::toString).orElse("nobody") + " instead of " + expected
                    + "; check which key the identifier stands for, and that the signer hashes with Keccak-256 once");
        }
        System.arraycopy(read, 0, signature, 0, Signature.LENGTH);
    }

    private static void normalize(byte[] signature) {
        int at = Signature.LENGTH - 1;
        int v = signature[at];
        if (v != 0 && v != 1 && v != 27 && v != 28) {
            throw new SigningException("a signature with v " + (v & 0xff) + "; it is 0, 1, 27 or 28");
        }
        boolean odd = v == 1 || v == 28;
        BigInteger s = Secp256k1.number(signature, HALF);
        if (Secp256k1.isScalar(s) && s.compareTo(Secp256k1.HALF_ORDER) > 0) {
            BigIntegers.asUnsignedByteArray(Secp256k1.ORDER.subtract(s), signature, HALF, HALF);
            odd = !odd;
        }
        signature[at] = (byte) (odd ? 28 : 27);
    }
}
