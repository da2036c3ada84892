package io.ploy.testkit.polymarket.stream.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriceSeriesTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final PriceSeries series = new PriceSeries(PriceKind.values()[0], "BTC/USD");

    private void add(Duration after, long value) {
        series.add(new PricePoint(START.plus(after), BigDecimal.valueOf(value)));
    }

    @Test
    void aMinuteIsKeptAndThePriceThatStoodAtItsStart() {
        for (int second = 0; second < 1_000; second++) {
            add(Duration.ofSeconds(second), second);
        }

        assertThat(series.kept()).isEqualTo(61);
        assertThat(series.average(Duration.ofSeconds(60)).value()).isEqualByComparingTo("968.5");
    }

    @Test
    void aFloodWithinAMinuteIsBounded() {
        for (int milli = 0; milli < 20_000; milli++) {
            add(Duration.ofMillis(milli), milli);
        }

        assertThat(series.kept()).isEqualTo(6_000);
        assertThat(series.recent()).hasSize(60);
    }
}
