package io.ploy.core.portfolio;

import io.ploy.api.market.Market;
import org.jspecify.annotations.Nullable;

/** Sorts markets for limits that are wider than one market. Called on the engine thread; returns at once. */
public interface MarketScopes {
    /** One domain for all markets, and no groups. */
    MarketScopes NONE = new MarketScopes() {
        @Override
        public String domain(Market market) {
            return "other";
        }

        @Override
        public @Nullable String group(Market market) {
            return null;
        }
    };

    /**
     * What a market is about, broadly.
     *
     * @param market as last known
     * @return such as {@code crypto}; never blank
     */
    String domain(Market market);

    /**
     * Which markets tend to win and lose together.
     *
     * @param market as last known
     * @return the name of its group, or null if it is in none
     */
    @Nullable
    String group(Market market);
}
