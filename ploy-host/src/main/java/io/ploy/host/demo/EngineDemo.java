package io.ploy.host.demo;

import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.engine.EngineSettings;
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

/** A demo on the real engine, in a simulated exchange whose markets sell off now and then. */
public final class EngineDemo implements DemoRunner {
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    private static final AccountId ACCOUNT = new AccountId("demo");
    private static final Cash CASH = Cash.ofUsd(1_000);
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(100);
    private static final Duration PAYOUT_WITHIN = Duration.ofSeconds(10);
    private static final Duration WIND_DOWN = Duration.ofSeconds(30);

    /** Looks for plugins only when it runs. */
    public EngineDemo() {}

    @Override
    public DemoOutcome run(DemoRequest request, DemoStage stage) {
        return PluginDemo.run(
                request, parts -> new PluginDemo.Ending(run(request, stage, parts.strategy(), parts.journal()), 0));
    }

    private static DemoFrame run(DemoRequest request, DemoStage stage, StrategyFactory factory, Path journal) {
        Timeline timeline = new Timeline(START);
        SimulatedExchange exchange = new SimulatedExchange(
                timeline, ExchangeSettings.builder().seed(request.seed()).build());
        exchange.openAccount(ACCOUNT, CASH);
        Ploy.Builder builder = Ploy.builder(ACCOUNT, exchange.gateway(ACCOUNT))
                .feed(exchange.feed())
                .settlement(exchange.settlement(ACCOUNT))
                .openingCash(CASH)
                .settings(EngineSettings.DEFAULT.withSeed(request.seed()))
                .timelineWithThreads(timeline)
                .listener(stage.listener())
                .strategy(factory, request.parameters())
                .journal(SegmentJournal.open(journal));
        new UpDownWorld(timeline, exchange, WorldSettings.fiveMinutes(request.seed(), WorldShape.DUMP)).begin();
        try (Ploy ploy = builder.build()) {
            EnginePicture picture = new EnginePicture(ploy, START, CASH);
            ploy.start();
            play(request, stage, picture, timeline);
            awaitPayouts(ploy, timeline);
            ploy.stop(WIND_DOWN);
            return picture.at(timeline.now());
        }
    }

    private static void play(DemoRequest request, DemoStage stage, EnginePicture picture, Timeline timeline) {
        Instant end = START.plus(request.marketLength());
        Duration step = BETWEEN_FRAMES.multipliedBy(request.speed());
        while (stage.show(picture.at(timeline.now())) && timeline.now().isBefore(end)) {
            Instant next = timeline.now().plus(step);
            picture.ploy().advanceTo(next.isBefore(end) ? next : end);
        }
    }

    /** Windows that have just closed are worth a few more seconds: what they pay is the point of the whole demo. */
    private static void awaitPayouts(Ploy ploy, Timeline timeline) {
        Instant patience = timeline.now().plus(PAYOUT_WITHIN);
        while (timeline.now().isBefore(patience)
                && ploy.markets().stream().anyMatch(market -> isOverButUnpaid(market, timeline.now()))) {
            ploy.advanceTo(timeline.now().plusSeconds(1));
        }
    }

    private static boolean isOverButUnpaid(Market market, Instant now) {
        return !market.status().isFinal()
                && market.window().filter(window -> !window.end().isAfter(now)).isPresent();
    }
}
