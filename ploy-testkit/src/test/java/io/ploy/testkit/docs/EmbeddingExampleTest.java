package io.ploy.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import io.ploy.core.sim.world.UpDownWorld;
import io.ploy.core.sim.world.WorldSettings;
import io.ploy.core.sim.world.WorldShape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedding example of the README, run. */
class EmbeddingExampleTest {
    @TempDir
    Path folder;

    @Test
    void theExampleTradesAndLeavesAJournal() {
        Portfolio result = trade(new OneBid(), folder.resolve("journal"));

        assertThat(result.positions()).isNotEmpty();
        assertThat(folder.resolve("journal")).isNotEmptyDirectory();
    }

    static Portfolio trade(StrategyFactory strategy, Path folder) {
        Timeline timeline = new Timeline(Instant.parse("2026-01-01T12:00:00Z"));
        SimulatedExchange exchange = new SimulatedExchange(timeline, ExchangeSettings.usual());
        AccountId account = new AccountId("main");
        exchange.openAccount(account, Cash.ofUsd(1_000));
        new UpDownWorld(timeline, exchange, WorldSettings.fiveMinutes(42, WorldShape.DUMP)).begin();

        try (Ploy ploy = Ploy.builder(account, exchange.gateway(account))
                .feed(exchange.feed())
                .settlement(exchange.settlement(account))
                .openingCash(Cash.ofUsd(1_000))
                .journal(SegmentJournal.open(folder))
                .timelineWithThreads(timeline)
                .strategy(strategy, Map.of())
                .build()) {
            ploy.start();
            ploy.advanceTo(timeline.now().plus(Duration.ofMinutes(10)));
            ploy.stop(Duration.ofSeconds(30));
            return ploy.portfolio();
        }
    }
}
