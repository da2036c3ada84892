package io.ploy.testkit.bench;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.core.signing.KeyImplementation;
import io.ploy.core.signing.LocalKey;
import java.util.HexFormat;

/** What signs the orders of a benchmark. */
public enum SigningWith {
    /** What is taken where nothing is said: libsecp256k1, where it can be called. */
    FASTEST {
        @Override
        Signer open() {
            try (Secret secret = key()) {
                return LocalKey.of(secret);
            }
        }
    },
    /** BouncyCastle. */
    JAVA {
        @Override
        Signer open() {
            try (Secret secret = key()) {
                return LocalKey.of(secret, KeyImplementation.JAVA);
            }
        }
    },
    /** A signature made beforehand, always the same: what is left is everything but signing. */
    NOTHING {
        @Override
        Signer open() {
            Address address;
            byte[] made;
            try (Secret secret = key();
                    LocalKey key = LocalKey.of(secret)) {
                address = key.address();
                made = key.sign(new byte[] {1}).bytes();
            }
            return new Signer() {
                @Override
                public Address address() {
                    return address;
                }

                @Override
                public void sign(byte[] message, byte[] digest, byte[] signature) {
                    System.arraycopy(made, 0, signature, 0, made.length);
                }
            };
        }
    };

    /** Published long ago, and nobody's. */
    private static final String KEY = "46".repeat(32);

    abstract Signer open();

    static byte[] keyBytes() {
        return HexFormat.of().parseHex(KEY);
    }

    private static Secret key() {
        return new Secret(KEY.toCharArray());
    }
}
