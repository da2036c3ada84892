package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.gamma.GammaEventSummary;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import java.util.regex.Pattern;

/**
 * Tells markets that stand for an outcome without a name yet. Such events are augmented: a market called Person B may become
 * anybody's, and what the one called Other means changes each time that happens.
 */
final class Placeholder {
    private static final Pattern UNNAMED = Pattern.compile("\\p{Lu}\\p{L}+ (?:\\p{Lu}{1,2}|\\d{1,3})");

    private Placeholder() {}

    static boolean is(GammaMarket market) {
        if (market.trading().negRiskOther()) {
            return true;
        }
        String title = market.groupItemTitle().strip();
        return market.event().filter(GammaEventSummary::negRiskAugmented).isPresent()
                && (title.isEmpty()
                        || title.equalsIgnoreCase("other")
                        || UNNAMED.matcher(title).matches());
    }
}
