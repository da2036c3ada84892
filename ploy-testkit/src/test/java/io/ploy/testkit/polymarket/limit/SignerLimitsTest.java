package io.ploy.testkit.polymarket.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SignerLimitsTest {
    private static final Address SIGNER = new Address("0x" + "aa".repeat(20));
    private static final Address OTHER = new Address("0x" + "bb".repeat(20));

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final SignerLimits limits = new SignerLimits(() -> now, Enforcement.ENFORCE);

    @Test
    void headersTellWhatIsLeftAndTheTier() {
        WireAnswer answer = order(SIGNER, 1);

        assertThat(answer.headers())
                .containsEntry("Poly-RateLimit-Remaining", "59")
                .containsEntry("Poly-RateLimit-Tier", "standard")
                .containsEntry("Poly-RateLimit-Reset", Long.toString(now.getEpochSecond()))
                .doesNotContainKey("Poly-RateLimit-Warning");
    }

    @Test
    void aKeyThatUsedUpItsBurstWaitsForItsTokens() {
        order(SIGNER, 60);
        WireAnswer refused = refused(() -> order(SIGNER, 20));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("{\"error\":\"Too Many Requests\",\"retry_after_seconds\":1}");
        assertThat(refused.headers())
                .containsEntry("Retry-After", "1")
                .containsEntry("Poly-RateLimit-Remaining", "0")
                .containsEntry("Poly-RateLimit-Reset", Long.toString(now.getEpochSecond() + 1));
        assertThat(order(OTHER, 1).status()).isEqualTo(200);
        assertThat(cancel(SIGNER, 1).status()).isEqualTo(200);

        now = now.plus(Duration.ofMillis(499));
        refused(() -> order(SIGNER, 20));
        now = now.plus(Duration.ofMillis(1));
        assertThat(order(SIGNER, 20).headers()).containsEntry("Poly-RateLimit-Remaining", "0");
    }

    @Test
    void tokensComeBackUpToTheBurstOnly() {
        order(SIGNER, 60);
        now = now.plus(Duration.ofDays(1_000));

        assertThat(order(SIGNER, 1).headers()).containsEntry("Poly-RateLimit-Remaining", "59");
    }

    @Test
    void whatCostsMoreThanTheBurstNeverPasses() {
        refused(() -> order(SIGNER, 61));
        now = now.plus(Duration.ofDays(1));

        refused(() -> order(SIGNER, 61));
    }

    @Test
    void aLowTierMayOweCancelsAndAHighOneStartsAtNothing() {
        limits.tier(OTHER, SignerTier.PLATINUM);

        assertThat(cancelMany(SIGNER, 500).headers()).containsEntry("Poly-RateLimit-Remaining", "-381");
        assertThat(cancelMany(OTHER, 2_000).headers())
                .containsEntry("Poly-RateLimit-Remaining", "0")
                .containsEntry("Poly-RateLimit-Tier", "platinum");
        now = now.plusSeconds(1);
        assertThat(refused(() -> cancel(SIGNER, 1)).headers()).containsEntry("Retry-After", "4");
        assertThat(cancel(OTHER, 900).status()).isEqualTo(200);
    }

    @Test
    void aTierHasItsOwnBurst() {
        limits.tier(SIGNER, SignerTier.ELITE);

        assertThat(order(SIGNER, 900).status()).isEqualTo(200);
        assertThat(cancel(SIGNER, 1_800).status()).isEqualTo(200);
        assertThat(limits.tier(SIGNER)).isEqualTo(SignerTier.ELITE);
    }

    @Test
    void whoIsOnlyWarnedGoesOn() {
        limits.enforce(Enforcement.WARN);
        order(SIGNER, 60);

        WireAnswer answer = order(SIGNER, 1);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Poly-RateLimit-Warning", "true");
    }

    @Test
    void withoutLimitsNothingIsSaid() {
        limits.enforce(Enforcement.OFF);

        WireAnswer answer = order(SIGNER, 1_000);

        assertThat(answer.headers()).containsOnlyKeys("Content-Type");
    }

    @Test
    void aRefusedRequestCostsAndSaysSo() {
        WireAnswer answer = limits.metered(SIGNER, TokenKind.ORDER, 1, () -> {
            throw new RefusedException(400, "no");
        });

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("Poly-RateLimit-Remaining", "59");
    }

    private WireAnswer order(Address signer, long cost) {
        return limits.metered(signer, TokenKind.ORDER, cost, () -> WireAnswer.json("{}"));
    }

    private WireAnswer cancel(Address signer, long cost) {
        return limits.metered(signer, TokenKind.CANCEL, cost, () -> WireAnswer.json("{}"));
    }

    private WireAnswer cancelMany(Address signer, long cancelled) {
        return limits.metered(signer, TokenKind.CANCEL, 1, () -> {
            limits.chargeCancels(signer, cancelled);
            return WireAnswer.json("{}");
        });
    }

    private static WireAnswer refused(Runnable call) {
        return catchThrowableOfType(RefusedException.class, call::run).answer();
    }
}
