package io.ploy.testkit.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signature;
import io.ploy.core.signing.SignerRecovery;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Checks who signed. */
final class Signatures {
    private static final byte[] PERSONAL = "\u0019Ethereum Signed Message:\n32".getBytes(StandardCharsets.US_ASCII);

    /** What Safes add to v where a personal message was signed. */
    private static final int SAFE_PERSONAL = 4;

    private static final int LOWEST_SAFE_PERSONAL = 31;

    private Signatures() {}

    /** @throws RefusedException if the key did not sign the hash */
    static void require(Address key, byte[] hash, byte[] signature) {
        require(key, signer(hash, signature));
    }

    /** The same for a hash signed as a message of a person (EIP-191). */
    static void requirePersonal(Address key, byte[] hash, byte[] signature) {
        require(key, signer(personal(hash), signature));
    }

    /** The same as a Safe looks at it: v says which of the two was signed. */
    static void requireOfSafe(Address key, byte[] hash, byte[] signature) {
        if (signature.length == Signature.LENGTH && signature[Signature.LENGTH - 1] >= LOWEST_SAFE_PERSONAL) {
            byte[] plain = signature.clone();
            plain[Signature.LENGTH - 1] = (byte) (plain[Signature.LENGTH - 1] - SAFE_PERSONAL);
            requirePersonal(key, hash, plain);
        } else {
            require(key, hash, signature);
        }
    }

    private static Optional<Address> signer(byte[] hash, byte[] signature) {
        return signature.length == Signature.LENGTH
                ? SignerRecovery.shared().signer(hash, signature)
                : Optional.empty();
    }

    private static void require(Address key, Optional<Address> signer) {
        if (!signer.equals(Optional.of(key))) {
            throw new RefusedException(400, "invalid signature");
        }
    }

    private static byte[] personal(byte[] hash) {
        byte[] message = new byte[PERSONAL.length + hash.length];
        System.arraycopy(PERSONAL, 0, message, 0, PERSONAL.length);
        System.arraycopy(hash, 0, message, PERSONAL.length, hash.length);
        return Keccak256.of(message);
    }
}
