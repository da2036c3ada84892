package io.ploy.core.allocation;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import java.time.Duration;
import java.util.Locale;

/**
 * A part of a domain for markets whose windows are of one length.
 *
 * @param length from the start of a window to its end, exactly; above zero
 * @param share of what the domain has
 */
public record WindowPart(Duration length, Fraction share) {
    /** Checks the length. */
    public WindowPart {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a window is longer than nothing: " + length);
        }
    }

    String name() {
        return length.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    boolean fits(Market market) {
        MarketWindow window = market.window().orElse(null);
        return window != null && Duration.between(window.start(), window.end()).equals(length);
    }
}
