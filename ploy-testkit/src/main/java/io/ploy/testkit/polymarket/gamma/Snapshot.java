package io.ploy.testkit.polymarket.gamma;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A market's figures at one moment, which the catalogue hands out for a while.
 *
 * @param at when
 * @param bestBid of the first outcome, micros; null if there is none
 * @param bestAsk of the first outcome, micros; null if there is none
 * @param lastPrice micros; null if nothing was traded
 * @param volume micros of USD
 * @param lastDay micros of USD
 * @param liquidity micros of USD resting near the best prices
 */
record Snapshot(
        Instant at,
        @Nullable Long bestBid,
        @Nullable Long bestAsk,
        @Nullable Long lastPrice,
        long volume,
        long lastDay,
        long liquidity) {
    private static final long HALF = 500_000;

    /** What the first outcome is said to be worth. */
    long first() {
        if (bestBid != null && bestAsk != null) {
            return (bestBid + bestAsk) / 2;
        }
        return lastPrice != null ? lastPrice : HALF;
    }
}
