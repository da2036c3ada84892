package io.ploy.connectors.polymarket;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import java.util.List;

/**
 * The stream says that there is a new market. It comes for every market of the venue, and says too little to trade on: it
 * is a reason to look the market up.
 *
 * @param market names it
 * @param slug the venue's short readable name, empty if not said
 * @param outcomes the outcome tokens as far as said, in the venue's order
 */
public record NewMarket(MarketId market, String slug, List<InstrumentId> outcomes) {
    /** Copies the list. */
    public NewMarket {
        outcomes = List.copyOf(outcomes);
    }
}
