package io.ploy.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockReadingTest {
    private static ClockReading reading(long aheadMillis, long uncertaintyMillis) {
        return new ClockReading(Duration.ofMillis(aheadMillis), Duration.ofMillis(uncertaintyMillis), Instant.EPOCH);
    }

    @Test
    void whatItMayBeOffByCountsForOurClockInEitherDirection() {
        assertThat(reading(1_500, 400).leastDifference()).isEqualTo(Duration.ofMillis(1_100));
        assertThat(reading(-1_500, 400).leastDifference()).isEqualTo(Duration.ofMillis(1_100));
        assertThat(reading(-300, 400).leastDifference()).isZero();
        assertThat(reading(400, 400).leastDifference()).isZero();
    }

    @Test
    void anUncertaintyBelowZeroIsRefused() {
        assertThatThrownBy(() -> reading(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
