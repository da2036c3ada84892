package io.ploy.connectors.polymarket.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Ending LOST = Ending.lost("gone");
    private static final SocketSettings SETTINGS = SocketSettings.clob();

    private final Backoff backoff = new Backoff(SETTINGS, new Random(1));

    @Test
    void waitsAreDrawnBelowABoundThatDoublesUpToTheLongest() {
        List<Duration> longest = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            Backoff each = new Backoff(SETTINGS, new Random(seed));
            for (int i = 0; i < 40; i++) {
                Duration wait = each.next(LOST);
                if (longest.size() <= i) {
                    longest.add(wait);
                } else if (wait.compareTo(longest.get(i)) > 0) {
                    longest.set(i, wait);
                }
            }
        }

        assertThat(longest.get(0)).isBetween(Duration.ofMillis(400), Duration.ofMillis(500));
        assertThat(longest.get(1)).isBetween(Duration.ofMillis(900), Duration.ofMillis(1000));
        assertThat(longest.get(39)).isBetween(Duration.ofSeconds(28), Duration.ofSeconds(30));
    }

    @Test
    void aConnectionThatHeldBeginsTheDoublingAnew() {
        for (int i = 0; i < 20; i++) {
            backoff.next(LOST);
        }

        backoff.steady();

        assertThat(backoff.next(LOST)).isLessThanOrEqualTo(SETTINGS.firstDelay());
    }

    @Test
    void theVenuesOwnWaitIsAddedTo() {
        Duration wait = backoff.next(Ending.turnedAway(429, Duration.ofSeconds(40)));

        assertThat(wait).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(70));
    }

    @Test
    void aDrainedServerIsComeBackToWithinTenSecondsAndARefusalWaitsMinutes() {
        assertThat(backoff.next(Ending.closed(4003, ""))).isLessThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(backoff.next(Ending.refused("no"))).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(330));
    }

    @Test
    void attemptsOfAllSocketsTogetherKeepTheirRate() {
        ConnectGate gate = new ConnectGate(2, Duration.ofSeconds(10));

        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waits.add(gate.claim(0));
        }
        Duration later = gate.claim(Duration.ofSeconds(60).toNanos());

        assertThat(waits)
                .containsExactly(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20));
        assertThat(later).isZero();
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> SETTINGS.withLiveness(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ZERO))
                .hasMessageContaining("signWithin");
        assertThatThrownBy(() -> SETTINGS.withSendEvery(Duration.ofSeconds(-1))).hasMessageContaining("sendEvery");
        assertThatThrownBy(() -> SETTINGS.withUserAgent(" ")).hasMessageContaining("userAgent");
        assertThat(SETTINGS.withUserAgent("mine/1").userAgent()).isEqualTo("mine/1");
    }
}
