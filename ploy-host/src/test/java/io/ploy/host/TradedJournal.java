package io.ploy.host;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import io.ploy.core.sim.world.UpDownWorld;
import io.ploy.core.sim.world.WorldSettings;
import io.ploy.core.sim.world.WorldShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The journal of a real engine that traded in a simulated world for eleven minutes. */
final class TradedJournal {
    private static final AccountId ACCOUNT = new AccountId("main");
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private TradedJournal() {}

    static void write(JournalStore store) {
        InMemoryJournal journal = new InMemoryJournal();
        Timeline timeline = new Timeline(START);
        SimulatedExchange exchange = new SimulatedExchange(timeline, ExchangeSettings.usual());
        exchange.openAccount(ACCOUNT, Cash.ofUsd(1_000));
        new UpDownWorld(timeline, exchange, WorldSettings.fiveMinutes(4, WorldShape.DUMP)).begin();
        try (Ploy ploy = Ploy.builder(ACCOUNT, exchange.gateway(ACCOUNT))
                .feed(exchange.feed())
                .settlement(exchange.settlement(ACCOUNT))
                .openingCash(Cash.ofUsd(1_000))
                .journal(journal)
                .risk(RiskSettings.USUAL.withLimits(limits()))
                .timeline(timeline)
                .strategy(new NowAndThen(), Map.of())
                .build()) {
            ploy.start();
            ploy.advanceTo(START.plus(Duration.ofMinutes(11)));
            ploy.stop(Duration.ofSeconds(30));
        }
        journal.replay((sequence, at, record) -> store.append(record, at));
        store.close();
    }

    /** It buys at random: what stops that would leave little to read. */
    private static RiskLimits limits() {
        RiskLimits.Builder limits = RiskLimits.builder();
        for (Limit limit : List.of(
                Limit.MAX_SPREAD,
                Limit.MAX_DEPTH_SHARE,
                Limit.PRICE_COLLAR,
                Limit.DUPLICATE_WINDOW,
                Limit.MAX_STRATEGY_DAY_LOSS,
                Limit.MAX_DOMAIN_DAY_LOSS,
                Limit.MAX_ACCOUNT_DAY_LOSS,
                Limit.MAX_STRATEGY_DRAWDOWN,
                Limit.MAX_ACCOUNT_DRAWDOWN,
                Limit.MAX_LOSING_STREAK,
                Limit.MAX_UNHEDGED)) {
            limits.without(limit);
        }
        return limits.build();
    }

    private static final class NowAndThen implements StrategyFactory {
        @Override
        public String name() {
            return "now-and-then";
        }

        @Override
        public Strategy create(StrategyContext context) {
            return book -> {
                if (book.trust() == BookTrust.LIVE
                        && book.spreadMicros() != OrderBook.NONE
                        && context.random().nextInt(60) == 0) {
                    context.submit(OrderRequest.buy(
                                    book.instrument(), Quantity.ofShares(5), Price.ofMicros(book.bestAskMicros()))
                            .fillAndKill());
                }
            };
        }
    }
}
