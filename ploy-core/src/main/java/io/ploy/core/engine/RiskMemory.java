package io.ploy.core.engine;

import io.ploy.core.breaker.TradingStates;
import io.ploy.core.performance.Performance;
import io.ploy.core.performance.PerformanceChange;
import io.ploy.core.performance.PerformanceSettings;
import io.ploy.core.performance.PerformanceSources;
import io.ploy.core.portfolio.MarketScopes;
import io.ploy.core.portfolio.PortfolioLedger;
import java.util.function.Consumer;

/**
 * What is known about risk beyond positions and orders. Recovery fills it, trading goes on with it.
 *
 * @param states why scopes may not trade freely
 * @param performance day's profit, drawdown, losing streaks
 * @param domains of the strategies
 */
record RiskMemory(TradingStates states, Performance performance, StrategyDomains domains) {
    /** Nothing yet; what is decided from now on is told. */
    static RiskMemory empty(
            MarketScopes scopes, PortfolioLedger portfolio, MarketStore markets, Consumer<PerformanceChange> told) {
        StrategyDomains domains = new StrategyDomains(scopes);
        PerformanceSources sources = new PerformanceSources(portfolio, markets::known, markets, domains::of);
        return new RiskMemory(
                new TradingStates(), new Performance(PerformanceSettings.usual(), sources, told), domains);
    }
}
