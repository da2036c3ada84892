package io.ploy.core.performance;

import io.ploy.api.market.InstrumentId;

/**
 * The last trusted mark of an instrument.
 *
 * @param instrument which
 * @param sizeMicros for so many micro-shares, above 0
 * @param valueMicros what they would have brought after the fee, USD micros, 0 or more
 */
public record NotedMark(InstrumentId instrument, long sizeMicros, long valueMicros) {
    /** Checks the ranges. */
    public NotedMark {
        if (sizeMicros <= 0 || valueMicros < 0) {
            throw new IllegalArgumentException(
                    "mark of " + instrument + ": " + sizeMicros + " micro-shares for " + valueMicros + " micros");
        }
    }
}
