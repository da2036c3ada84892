package io.ploy.testkit.tck;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Signer;
import io.ploy.core.signing.KeyImplementation;
import io.ploy.core.signing.LocalKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The keys of ploy-core keep the promises of a signer. */
class OurSignersTest {
    private static final String KEY = "46".repeat(32);

    @Nested
    class FastestKey extends SignerTck {
        private final LocalKey key = LocalKey.of(new Secret(KEY.toCharArray()));

        @Override
        protected Signer signer() {
            return key;
        }

        @AfterEach
        void close() {
            key.close();
        }
    }

    @Nested
    class JavaKey extends SignerTck {
        private final LocalKey key = LocalKey.of(new Secret(KEY.toCharArray()), KeyImplementation.JAVA);

        @Override
        protected Signer signer() {
            return key;
        }

        @AfterEach
        void close() {
            key.close();
        }
    }
}
