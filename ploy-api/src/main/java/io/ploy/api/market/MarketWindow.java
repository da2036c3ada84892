package io.ploy.api.market;

import io.ploy.api.Experimental;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time a market is about and what decides it: Up wins if the reference price at the end is at or above the strike.
 *
 * @param start when the window opens; the strike is taken here
 * @param end when the window closes; after {@code start}
 * @param referenceSymbol which reference price decides, such as {@code BTC/USD}
 * @param strikeOrNull the published strike in the reference's own unit, or null while not known
 * @param settlementAverage over which time before the end the settlement value is averaged; zero for a single point
 */
@Experimental
public record MarketWindow(
        Instant start,
        Instant end,
        String referenceSymbol,
        @Nullable BigDecimal strikeOrNull,
        Duration settlementAverage) {
    /** Checks the order of the times. */
    public MarketWindow {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("window ends at or before its start: " + start + " to " + end);
        }
        if (settlementAverage.isNegative()) {
            throw new IllegalArgumentException("settlement average below zero: " + settlementAverage);
        }
    }

    /**
     * The published strike.
     *
     * @return the strike, if known
     */
    public Optional<BigDecimal> strike() {
        return Optional.ofNullable(strikeOrNull);
    }

    /**
     * How long until the window closes.
     *
     * @param now the time to count from
     * @return negative after the end
     */
    public Duration remaining(Instant now) {
        return Duration.between(now, end);
    }

    /**
     * How long the window has been open.
     *
     * @param now the time to count to
     * @return negative before the start
     */
    public Duration elapsed(Instant now) {
        return Duration.between(start, now);
    }
}
