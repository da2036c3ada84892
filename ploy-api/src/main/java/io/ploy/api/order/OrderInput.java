package io.ploy.api.order;

import io.ploy.api.Stable;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something a decision rests on, with its age: an order that adds risk is refused as {@link RiskReason#SIGNAL_STALE} once
 * any input it names is older than that. Immutable and thread-safe.
 *
 * <p>The age is taken when the order is judged, by the engine's clock, which {@code StrategyContext.now()} reads as well. A
 * time ahead of it by more than the limit {@code maxClockSkew} says nothing about the age, so it counts as too old.
 *
 * @param name tells it from the order's other inputs, such as {@code BTC/USD}: 1 to 64 letters, digits and {@code . _ : / -},
 *     the first a letter or digit
 * @param asOf when it was true: the time its source states, or that at which it was heard of
 * @param maxAge how old it may be and still do, inclusive; 0 or more
 */
@Stable
public record OrderInput(String name, Instant asOf, Duration maxAge) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");

    /** Checks the name and the range. */
    public OrderInput {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "an input's name has 1 to 64 letters, digits and . _ : / -, the first a letter or digit: '" + name
                            + "'");
        }
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("how old " + name + " may be is 0 or more: " + maxAge);
        }
    }

    /**
     * How old it is.
     *
     * @param now the time to count to
     * @return negative for a time after that
     */
    public Duration age(Instant now) {
        return Duration.between(asOf, now);
    }

    @Override
    public String toString() {
        return name + " of " + asOf + " for " + maxAge;
    }
}
