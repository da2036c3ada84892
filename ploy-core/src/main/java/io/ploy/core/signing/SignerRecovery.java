package io.ploy.core.signing;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signature;
import io.ploy.api.signing.SigningException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds who made a signature, as contracts on the chain do: with libsecp256k1 where it can be called, else in Java. Strict:
 * s in the lower half and v 27 or 28, so that nobody can make a second signature of the first.
 *
 * <p><b>Threading.</b> Thread-safe; threads do not wait for each other.
 */
public final class SignerRecovery {
    private final KeyImplementation implementation;
    private final Recovery recovery;

    private SignerRecovery(KeyImplementation implementation, Recovery recovery) {
        this.implementation = implementation;
        this.recovery = recovery;
    }

    /**
     * The one that {@value LocalKey#IMPLEMENTATION_PROPERTY} names, or else the fastest that works here. Chosen once.
     *
     * @return always the same
     * @throws SigningException if the one that was named does not work here
     */
    public static SignerRecovery shared() {
        return Shared.INSTANCE;
    }

    private static SignerRecovery fastest() {
        @Nullable String named = System.getProperty(LocalKey.IMPLEMENTATION_PROPERTY);
        List<KeyImplementation> wanted =
                named == null ? List.of(KeyImplementation.values()) : List.of(KeyImplementation.parse(named));
        List<String> missing = new ArrayList<>();
        for (KeyImplementation each : wanted) {
            try {
                return of(each);
            } catch (UnavailableException e) {
                missing.add(each.description() + " does not work here (" + e.getMessage() + ")");
            }
        }
        throw new SigningException("cannot find signers: " + String.join("; ", missing)
                + "; leave the implementation open to have one chosen that works");
    }

    /** Takes memory for good, so not for every use anew. */
    static SignerRecovery of(KeyImplementation implementation) throws UnavailableException {
        return new SignerRecovery(implementation, implementation.recovery());
    }

    /** What finds signers. */
    public KeyImplementation implementation() {
        return implementation;
    }

    /**
     * Finds who signed.
     *
     * @param digest what was signed, 32 bytes
     * @param signature r, s and v, 65 bytes
     * @return the signer's address; empty if r or s is out of range, s lies in the upper half, v is neither 27 nor 28, or
     *     no key makes such a signature
     * @throws IllegalArgumentException if either has another length
     */
    public Optional<Address> signer(byte[] digest, byte[] signature) {
        if (digest.length != Keccak256.LENGTH || signature.length != Signature.LENGTH) {
            throw new IllegalArgumentException(
                    "a digest has 32 bytes and a signature 65, not " + digest.length + " and " + signature.length);
        }
        int v = signature[Signature.LENGTH - 1];
        boolean strict = (v == 27 || v == 28) && Secp256k1.number(signature, 32).compareTo(Secp256k1.HALF_ORDER) <= 0;
        return strict ? recovery.signer(digest, signature) : Optional.empty();
    }

    private static final class Shared {
        static final SignerRecovery INSTANCE = fastest();
    }
}
