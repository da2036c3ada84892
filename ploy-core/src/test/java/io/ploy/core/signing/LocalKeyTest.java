package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Signature;
import io.ploy.api.signing.SigningException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalKeyTest {
    @AfterEach
    void forceNothing() {
        System.clearProperty(LocalKey.IMPLEMENTATION_PROPERTY);
    }

    @Test
    void theFastestImplementationOfThisMachineSigns() {
        try (LocalKey key = TestKeys.localKey()) {
            assertThat(key.implementation()).isEqualTo(TestKeys.expectedHere().get(0));
            assertThat(key.address()).isEqualTo(TestKeys.ADDRESS);
        }
    }

    @Test
    void theKeyMayBeClosedOnceTheSignerIsMadeAndItsPrefixMayBeMissing() {
        Secret secret = TestKeys.secret(TestKeys.KEY.substring(2).toUpperCase(Locale.ROOT));

        try (LocalKey key = LocalKey.of(secret)) {
            secret.close();

            assertThat(key.sign(new byte[3])).isEqualTo(TestKeys.localKey().sign(new byte[3]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"foreign-functions", "jna", "java"})
    void aPropertyForcesAnImplementationOrSaysWhyItCannot(String text) {
        System.setProperty(LocalKey.IMPLEMENTATION_PROPERTY, text);
        KeyImplementation forced = KeyImplementation.parse(text);

        if (TestKeys.expectedHere().contains(forced)) {
            try (LocalKey key = TestKeys.localKey()) {
                assertThat(key.implementation()).isEqualTo(forced);
            }
        } else {
            assertThatThrownBy(TestKeys::localKey)
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining(forced.description())
                    .hasMessageContaining("does not work here");
        }
    }

    @Test
    void whatIsAskedForInCodeGoesBeforeTheProperty() {
        System.setProperty(LocalKey.IMPLEMENTATION_PROPERTY, "none-such");

        try (LocalKey key = LocalKey.of(TestKeys.secret(TestKeys.KEY), KeyImplementation.JAVA)) {
            assertThat(key.implementation()).isEqualTo(KeyImplementation.JAVA);
        }
    }

    @Test
    void anUnknownImplementationIsRefusedWithTheKnownOnes() {
        System.setProperty(LocalKey.IMPLEMENTATION_PROPERTY, "openssl");

        assertThatThrownBy(TestKeys::localKey)
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("'openssl'")
                .hasMessageContaining("foreign-functions, jna, java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff8",
                "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff800",
                "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80\n",
                "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ffg0",
                "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff\uff18\uff10",
                "0x0000000000000000000000000000000000000000000000000000000000000000",
                "0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
                "0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void whatIsNoPrivateKeyIsRefusedWithoutShowingIt(String text) {
        assertThatThrownBy(() -> LocalKey.of(TestKeys.secret(text)))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("private key")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("ac0974")
                .doesNotContain("f2ff")
                .doesNotContain("ffff")
                .doesNotContain("0000");
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void aClosedKeySignsNoMore(KeyImplementation implementation) {
        LocalKey key = LocalKey.of(TestKeys.secret(TestKeys.KEY), implementation);

        key.close();
        key.close();

        assertThatThrownBy(() -> key.sign(new byte[3]))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("closed");
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void theKeyIsNotPrinted(KeyImplementation implementation) {
        try (LocalKey key = LocalKey.of(TestKeys.secret(TestKeys.KEY), implementation)) {
            assertThat(key).hasToString(TestKeys.ADDRESS + " with " + implementation.description());
        }
    }

    @Test
    void arraysOfOtherLengthsAreRefused() {
        try (LocalKey key = TestKeys.localKey()) {
            assertThatThrownBy(() -> key.sign(new byte[1], new byte[31], new byte[65]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("31 and 65");
            assertThatThrownBy(() -> key.sign(new byte[1], new byte[32], new byte[64]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("32 and 64");
        }
    }

    @Test
    void anImplementationThatSignsWronglyIsRefusedAndItsKeyForgotten() {
        AtomicBoolean forgotten = new AtomicBoolean();
        KeyArithmetic wrong = new KeyArithmetic() {
            @Override
            public void sign(byte[] digest, byte[] signature) {
                System.arraycopy(digest, 0, signature, 0, digest.length);
            }

            @Override
            public void close() {
                forgotten.set(true);
            }
        };

        assertThatThrownBy(() -> new LocalKey(TestKeys.ADDRESS, KeyImplementation.JNA, wrong))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("wrong signatures for " + TestKeys.ADDRESS);
        assertThat(forgotten).isTrue();
    }

    @ParameterizedTest
    @MethodSource("implementations")
    @Timeout(60)
    void manyThreadsSignCorrectlyWithTwoKeys(KeyImplementation implementation) throws Exception {
        int threads = 24;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (LocalKey one = LocalKey.of(TestKeys.secret(TestKeys.KEY), implementation);
                LocalKey two = LocalKey.of(TestKeys.secret(TestKeys.OTHER_KEY), implementation)) {
            List<List<Signature>> expected = List.of(signatures(one), signatures(two));
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int which = i % 2;
                tasks.add(() -> {
                    assertThat(signatures(which == 0 ? one : two)).isEqualTo(expected.get(which));
                    return null;
                });
            }

            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    @Timeout(60)
    void closingUnderLoadGivesRightSignaturesOrRefusals(KeyImplementation implementation) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (LocalKey model = LocalKey.of(TestKeys.secret(TestKeys.KEY), KeyImplementation.JAVA)) {
            Signature expected = model.sign(new byte[] {1});
            for (int round = 0; round < 20; round++) {
                LocalKey key = LocalKey.of(TestKeys.secret(TestKeys.KEY), implementation);
                List<Future<Integer>> signers = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    signers.add(pool.submit(() -> signUntilClosed(key, expected)));
                }
                key.sign(new byte[] {1});

                key.close();

                for (Future<Integer> each : signers) {
                    assertThat(each.get()).isNotNegative();
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static int signUntilClosed(LocalKey key, Signature expected) {
        int signed = 0;
        while (true) {
            try {
                assertThat(key.sign(new byte[] {1})).isEqualTo(expected);
                signed++;
            } catch (SigningException e) {
                assertThat(e).hasMessageContaining("closed");
                return signed;
            }
        }
    }

    private static List<Signature> signatures(LocalKey key) {
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            signatures.add(key.sign(new byte[] {(byte) i}));
        }
        return signatures;
    }

    static List<KeyImplementation> implementations() {
        return TestKeys.expectedHere();
    }
}
