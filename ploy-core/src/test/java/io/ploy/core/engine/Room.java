package io.ploy.core.engine;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.money.Cash;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.risk.Roomy;
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

/** An engine in a seeded world of markets. */
final class Room {
    static final AccountId ACCOUNT = new AccountId("test");
    static final Cash CASH = Cash.ofUsd(1_000);

    final Timeline timeline = new Timeline(Instant.parse("2026-01-01T12:00:00Z"));
    final SimulatedExchange exchange;
    Ploy.Builder builder;
    private final long seed;
    private OrderGateway gateway;
    private MarketDataFeed feed;

    Room(long seed, ExchangeSettings settings, JournalStore journal, StrategyFactory... strategies) {
        exchange = new SimulatedExchange(timeline, settings);
        exchange.openAccount(ACCOUNT, CASH);
        new UpDownWorld(timeline, exchange, WorldSettings.fiveMinutes(seed, WorldShape.DUMP)).begin();
        this.seed = seed;
        builder = builder(journal, strategies);
    }

    private Ploy.Builder builder(JournalStore journal, StrategyFactory... strategies) {
        gateway = exchange.gateway(ACCOUNT);
        feed = exchange.feed();
        Ploy.Builder made = Ploy.builder(ACCOUNT, gateway)
                .feed(feed)
                .settlement(exchange.settlement(ACCOUNT))
                .openingCash(CASH)
                .risk(Roomy.settings())
                .journal(journal)
                .settings(EngineSettings.DEFAULT.withSeed(seed))
                .timeline(timeline);
        for (StrategyFactory strategy : List.of(strategies)) {
            made.strategy(strategy, Map.of());
        }
        return made;
    }

    /** Cuts the engine off from the world, as if its process were gone. */
    void die() {
        gateway.close();
        feed.close();
    }

    /** An engine, not started, that finds a journal an earlier one left. */
    Ploy again(JournalStore journal, List<Alert> alerts, StrategyFactory... strategies) {
        builder = builder(journal, strategies)
                .accountReader(exchange.accountReader(ACCOUNT))
                .notifier(alerts::add);
        return builder.build();
    }

    Room listener(EngineListener listener) {
        builder.listener(listener);
        return this;
    }

    Ploy start() {
        Ploy ploy = builder.build();
        ploy.start();
        return ploy;
    }

    void run(Ploy ploy, Duration duration) {
        ploy.advanceTo(timeline.now().plus(duration));
    }
}
