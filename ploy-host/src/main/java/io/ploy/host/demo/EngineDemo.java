package io.ploy.host.demo;

import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.engine.EngineSettings;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.plugin.LoadedPlugin;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import io.ploy.core.sim.world.UpDownWorld;
import io.ploy.core.sim.world.WorldSettings;
import io.ploy.core.sim.world.WorldShape;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.demo.DemoFrame.MarketState;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.plugin.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
        try (PluginCatalog catalog = PluginFolder.load(request.plugins())) {
            StrategyFactory factory = Strategies.named(
                    catalog, request.strategy(), request.parameters().keySet());
            Path journal = request.journal().orElseGet(EngineDemo::temporaryFolder);
            DemoFrame last = run(request, stage, factory, journal);
            return new DemoOutcome(last, owner(catalog, request.strategy()), journal);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("ploy-demo-");
        } catch (IOException e) {
            throw CommandFailure.failed("Cannot make a temporary folder for the journal; name one with --journal.", e);
        }
    }

    private static String owner(PluginCatalog catalog, String strategy) {
        return catalog.plugins().stream()
                .filter(plugin ->
                        plugin.provider(StrategyFactory.class, strategy).isPresent())
                .map(LoadedPlugin::info)
                .map(info -> info.name())
                .findFirst()
                .orElse("");
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
            ploy.start();
            play(request, stage, ploy, timeline);
            awaitPayouts(ploy, timeline);
            ploy.stop(WIND_DOWN);
            return frame(ploy, timeline);
        }
    }

    private static void play(DemoRequest request, DemoStage stage, Ploy ploy, Timeline timeline) {
        Instant end = START.plus(request.marketLength());
        Duration step = BETWEEN_FRAMES.multipliedBy(request.speed());
        while (stage.show(frame(ploy, timeline)) && timeline.now().isBefore(end)) {
            Instant next = timeline.now().plus(step);
            ploy.advanceTo(next.isBefore(end) ? next : end);
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

    private static DemoFrame frame(Ploy ploy, Timeline timeline) {
        Portfolio portfolio = ploy.portfolio();
        List<MarketState> markets =
                ploy.markets().stream().map(market -> state(ploy, market)).toList();
        return new DemoFrame(
                timeline.now(),
                Duration.between(START, timeline.now()),
                markets,
                CASH,
                portfolio.equity(),
                portfolio.profitAndLoss());
    }

    private static MarketState state(Ploy ploy, Market market) {
        OrderBook book = ploy.book(market.first().instrument());
        return new MarketState(
                market,
                book.bestBid().orElse(null),
                book.bestAsk().orElse(null),
                ploy.position(market.first().instrument()).economic(),
                ploy.position(market.second().instrument()).economic(),
                ploy.profitAndLoss(market).net());
    }
}
