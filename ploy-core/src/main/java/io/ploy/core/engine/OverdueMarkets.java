package io.ploy.core.engine;

import io.ploy.api.market.Market;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Duration;
import java.time.Instant;

/** Finds markets whose window ended long ago and that are not resolved: they may turn out void. Engine thread only. */
final class OverdueMarkets {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private Instant nextLook = Instant.MIN;

    OverdueMarkets(MarketStore markets, PortfolioLedger portfolio) {
        this.markets = markets;
        this.portfolio = portfolio;
    }

    void look(Instant now, long voidAfterDays) {
        if (now.isBefore(nextLook) || voidAfterDays == Long.MAX_VALUE) {
            return;
        }
        Duration voidAfter = Duration.ofDays(voidAfterDays);
        nextLook = now.plus(EVERY);
        for (Market market : markets.all()) {
            boolean isOverdue = market.window()
                    .filter(window -> !now.isBefore(window.end().plus(voidAfter)))
                    .isPresent();
            if (isOverdue && markets.resolution(market.id()) == null) {
                portfolio.overdue(market.id());
            }
        }
    }
}
