package io.ploy.testkit.polymarket.world.recorded;

import io.ploy.api.market.MarketWindow;
import java.time.Duration;
import java.time.Instant;

/**
 * From the recording's time to the venue's.
 *
 * @param by added to every time; may be negative
 */
record Shift(Duration by) {
    Instant of(Instant recorded) {
        return recorded.plus(by);
    }

    MarketWindow of(MarketWindow window) {
        return new MarketWindow(
                of(window.start()),
                of(window.end()),
                window.referenceSymbol(),
                window.strikeOrNull(),
                window.settlementAverage());
    }

    /** A slug that ends in its window's start, in seconds, moves with it. */
    String slug(String slug, MarketWindow window) {
        String ending = "-" + window.start().getEpochSecond();
        return slug.endsWith(ending)
                ? slug.substring(0, slug.length() - ending.length()) + "-"
                        + of(window.start()).getEpochSecond()
                : slug;
    }
}
