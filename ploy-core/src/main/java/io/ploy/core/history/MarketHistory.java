package io.ploy.core.history;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Resolution;
import org.jspecify.annotations.Nullable;

/** The rows of markets. */
final class MarketHistory {
    private MarketHistory() {}

    static MarketRow row(Market market, @Nullable Resolution resolution, RowStamp stamp) {
        MarketWindow window = market.window().orElse(null);
        return new MarketRow(
                stamp.sequence(),
                market.id(),
                market.slug(),
                market.question(),
                market.first().instrument(),
                market.first().name(),
                market.second().instrument(),
                market.second().name(),
                market.status(),
                window == null ? null : window.start(),
                window == null ? null : window.end(),
                resolution == null ? null : resolution.firstPayout(),
                resolution == null ? null : resolution.at(),
                stamp.at());
    }
}
