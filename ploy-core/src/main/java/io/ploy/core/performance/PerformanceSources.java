package io.ploy.core.performance;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.OrderBook;
import io.ploy.core.portfolio.MarketLookup;
import io.ploy.core.portfolio.PortfolioLedger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where performance reads from. Every function is called on the engine thread and returns at once.
 *
 * @param ledger what is held
 * @param books the book of an instrument, or null if there is none
 * @param markets the market of an instrument
 * @param domainOf the domain of a strategy, never blank; asked once for each strategy
 */
public record PerformanceSources(
        PortfolioLedger ledger,
        Function<InstrumentId, @Nullable OrderBook> books,
        MarketLookup markets,
        Function<String, String> domainOf) {}
