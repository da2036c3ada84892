package io.ploy.core.engine;

import io.ploy.core.portfolio.PortfolioLedger;
import io.ploy.core.risk.TradingGate;

/**
 * What the engine knows, apart from the orders themselves. Recovery fills it, trading goes on with it.
 *
 * @param markets every market, with its books
 * @param portfolio positions, cash, reservations
 * @param gate what keeps orders back
 * @param closed instruments that wait for a person
 * @param bodies the bytes of open orders
 * @param operations splits, merges and redemptions under way
 * @param memory what is known about risk
 */
record Books(
        MarketStore markets,
        PortfolioLedger portfolio,
        TradingGate gate,
        ClosedInstruments closed,
        SentBodies bodies,
        OpenOperations operations,
        RiskMemory memory) {}
