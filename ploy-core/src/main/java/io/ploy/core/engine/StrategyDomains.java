package io.ploy.core.engine;

import io.ploy.api.market.Market;
import io.ploy.core.portfolio.MarketScopes;
import java.util.HashMap;
import java.util.Map;

/** The domain of each strategy: that of the first market it ever had an order in. */
final class StrategyDomains {
    private static final String UNKNOWN = "other";

    private final MarketScopes scopes;
    private final Map<String, String> domains = new HashMap<>();

    StrategyDomains(MarketScopes scopes) {
        this.scopes = scopes;
    }

    /** An order of a strategy was accepted. */
    void asked(String strategy, Market market) {
        if (!domains.containsKey(strategy)) {
            domains.put(strategy, scopes.domain(market));
        }
    }

    String of(String strategy) {
        return domains.getOrDefault(strategy, UNKNOWN);
    }
}
