package io.ploy.core.backtest;

import com.google.common.base.Stopwatch;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Fill;
import io.ploy.api.plugin.ParameterException;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.engine.EngineSettings;
import io.ploy.core.persistence.DigestJournal;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.sim.FillModel;
import io.ploy.core.sim.RecordedVenue;
import io.ploy.core.sim.Timeline;
import io.ploy.core.sizing.SizingPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Replays recordings through the engine: the same engine, risk rules and strategy as in a live system, with the clock from
 * the data and a {@link RecordedVenue} where the orders go. The same input gives the same result, bit for bit.
 *
 * <p><b>Threading.</b> {@link #run} works on the caller's thread.
 */
public final class Backtest {
    private static final AccountId ACCOUNT = new AccountId("backtest");
    private static final int MALFORMED_KEPT = 100;
    private static final int PROGRESS_EVERY = 4096;

    private final Builder setup;
    private final Map<MarketId, Long> eventsOf = new HashMap<>();
    private final MarketOf marketOf = new MarketOf(new HashMap<>());
    private final Set<MarketId> feesAssumed = new HashSet<>();
    private final FillModel fills;
    private long events;
    private boolean ran;

    private Backtest(Builder setup) {
        this.setup = setup;
        fills = setup.fills.toBuilder().seed(setup.seed).build();
    }

    /**
     * Starts with a strategy.
     *
     * @param factory makes it
     * @return a builder
     */
    public static Builder builder(StrategyFactory factory) {
        return new Builder(factory);
    }

    /**
     * Runs it, once.
     *
     * @param progress told how far it has come
     * @return what was found
     * @throws BacktestException if there is nothing to read
     * @throws io.ploy.api.market.RecordingException if a recording cannot be read to its end
     * @throws ParameterException if a parameter is unknown or not legal
     * @throws IllegalStateException if it ran already
     */
    public BacktestResult run(BacktestProgress progress) {
        if (ran) {
            throw new IllegalStateException("a backtest runs once; build another");
        }
        ran = true;
        Stopwatch watch = Stopwatch.createStarted();
        DataSet data = DataSet.find(setup.data, setup.formats);
        List<Malformed> malformed = new ArrayList<>();
        try (MergedRecordings recordings = new MergedRecordings(data, (file, line, problem) -> {
            if (malformed.size() < MALFORMED_KEPT) {
                malformed.add(new Malformed(String.valueOf(file.getFileName()), line, problem));
            }
        })) {
            MarketEvent first = recordings
                    .next()
                    .orElseThrow(
                            () -> new BacktestException("the recordings in " + setup.data + " hold no event", null));
            return replay(data, recordings, first, malformed, progress, watch);
        }
    }

    private BacktestResult replay(
            DataSet data,
            MergedRecordings recordings,
            MarketEvent first,
            List<Malformed> malformed,
            BacktestProgress progress,
            Stopwatch watch) {
        Timeline timeline = new Timeline(first.at());
        RecordedVenue venue = new RecordedVenue(timeline, fills);
        venue.openAccount(ACCOUNT, setup.cash);
        Ledgers ledgers = new Ledgers();
        DigestJournal journal = new DigestJournal();
        Ploy ploy = Ploy.builder(ACCOUNT, venue.gateway(ACCOUNT))
                .settlement(venue.settlement(ACCOUNT))
                .openingCash(setup.cash)
                .journal(journal)
                .risk(setup.risk())
                .settings(EngineSettings.DEFAULT.withSeed(setup.seed))
                .timeline(timeline)
                .listener(ledgers)
                .strategy(setup.factory, setup.parameters)
                .build();
        Sampler sampler = new Sampler(ploy, setup.cash, setup.sampling, market -> ledgers.resolution(market) != null);
        ploy.start();
        Instant last = first.at();
        for (Optional<MarketEvent> next = Optional.of(first); next.isPresent(); next = recordings.next()) {
            MarketEvent event = withFees(next.get());
            last = event.at();
            ploy.advanceTo(last);
            count(event);
            venue.onMarketEvent(event);
            ploy.onMarketEvent(event);
            sampler.tick(last, ledgers.markets());
            if (events % PROGRESS_EVERY == 0) {
                progress.update(recordings.bytesRead(), data.bytes(), events, last);
            }
        }
        ploy.advanceTo(last.plus(setup.runOut));
        ploy.stop(setup.runOut);
        sampler.sample(timeline.now(), ledgers.markets());
        progress.update(data.bytes(), data.bytes(), events, last);
        return new BacktestResult(
                setup.factory.name(),
                Parameters.parse(setup.factory.parameters(), setup.parameters).texts(),
                settings(),
                setup.seed,
                recordings.files(),
                data.skipped(),
                malformed,
                recordings.statistics(),
                events,
                first.at(),
                last,
                markets(ploy, ledgers, sampler),
                ledgers.orders(),
                ledgers.fills(),
                sampler.equity(),
                setup.cash,
                ploy.portfolio().equity(),
                ploy.portfolio().profitAndLoss(),
                sampler.maxDrawdown(),
                ledgers.denied(),
                journal.sha256(),
                watch.elapsed());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        SettingsText.of("fill.", fills, settings);
        for (Limit limit : Limit.values()) {
            settings.put("risk." + limit.parameter().name(), setup.limits.text(limit));
        }
        settings.put("sizing", setup.sizing == null ? "none" : setup.sizing.toString());
        settings.put("assumedFees", setup.assumedFees == null ? "none" : setup.assumedFees.toString());
        settings.put("runOut", setup.runOut.toString());
        return settings;
    }

    /** A recording may not name the fees; then the configured schedule stands in, and the result says so. */
    private MarketEvent withFees(MarketEvent event) {
        FeeSchedule fees = setup.assumedFees;
        if (fees == null
                || !(event instanceof MarketEvent.MarketChanged changed)
                || changed.market().rules().fees().isPresent()) {
            return event;
        }
        Market market = changed.market();
        feesAssumed.add(market.id());
        return new MarketEvent.MarketChanged(
                changed.at(),
                market.toBuilder()
                        .rules(market.rules().toBuilder().fees(fees).build())
                        .build());
    }

    private void count(MarketEvent event) {
        events++;
        event.match(marketOf).ifPresent(market -> eventsOf.merge(market, 1L, Long::sum));
    }

    private List<MarketResult> markets(Ploy ploy, Ledgers ledgers, Sampler sampler) {
        List<MarketResult> results = new ArrayList<>();
        for (Market market : ledgers.markets()) {
            List<Fill> fills = ledgers.settledFills(market);
            results.add(new MarketResult(
                    market,
                    ledgers.resolution(market.id()),
                    feesAssumed.contains(market.id()),
                    eventsOf.getOrDefault(market.id(), 0L),
                    ledgers.countOrders(market, order -> !Ledgers.wasDenied(order)),
                    ledgers.countOrders(market, Ledgers::wasDenied),
                    fills.size(),
                    Ledgers.traded(fills),
                    ploy.redeemed(market.id()),
                    ploy.profitAndLoss(market),
                    sampler.prices(market.id())));
        }
        return results;
    }

    /** Collects a backtest. Not thread-safe. */
    public static final class Builder {
        private final StrategyFactory factory;
        private final List<Path> data = new ArrayList<>();
        private final List<RecordingFormat> formats = new ArrayList<>();
        private Map<String, String> parameters = Map.of();
        private long seed = 1;
        private Cash cash = Cash.ofUsd(1_000);
        private @Nullable FeeSchedule assumedFees;
        private FillModel fills = FillModel.conservative();
        private RiskLimits limits = RiskLimits.conservative();
        private @Nullable SizingPolicy sizing;
        private Duration sampling = Duration.ofSeconds(1);
        private Duration runOut = Duration.ofMinutes(2);

        private Builder(StrategyFactory factory) {
            this.factory = factory;
        }

        /**
         * Adds a recording, or every recording in a folder.
         *
         * @param path a file or a folder
         * @return this
         */
        public Builder data(Path path) {
            data.add(path);
            return this;
        }

        /**
         * Adds formats that recordings may have.
         *
         * @param installed the first that accepts a file reads it
         * @return this
         */
        public Builder formats(List<RecordingFormat> installed) {
            formats.addAll(installed);
            return this;
        }

        /**
         * Sets the strategy's parameters.
         *
         * @param value names and texts; what is not given takes its default
         * @return this
         */
        public Builder parameters(Map<String, String> value) {
            parameters = Map.copyOf(value);
            return this;
        }

        /**
         * Sets the seed of everything random.
         *
         * @param value any value
         * @return this
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * Sets what the account begins with.
         *
         * @param value collateral, above zero
         * @return this
         */
        public Builder cash(Cash value) {
            if (value.micros() <= 0) {
                throw new BacktestException("a backtest begins with more than " + value + " USD", null);
            }
            cash = value;
            return this;
        }

        /**
         * Sets the fee schedule for markets whose recording does not name one. Without it nothing is traded there.
         *
         * @param value the schedule, or null
         * @return this
         */
        public Builder assumedFees(@Nullable FeeSchedule value) {
            assumedFees = value;
            return this;
        }

        /**
         * Sets how orders are filled.
         *
         * @param value the conservative model by default; its seed is that of the backtest
         * @return this
         */
        public Builder fillModel(FillModel value) {
            fills = value;
            return this;
        }

        /**
         * Sets what may be risked.
         *
         * @param value the conservative profile by default
         * @return this
         */
        public Builder limits(RiskLimits value) {
            limits = value;
            return this;
        }

        /**
         * Sets how large purchases are.
         *
         * @param value as large as the strategy asks by default
         * @return this
         */
        public Builder sizing(SizingPolicy value) {
            sizing = value;
            return this;
        }

        private RiskSettings risk() {
            RiskSettings usual = RiskSettings.USUAL.withLimits(limits);
            return sizing == null ? usual : usual.withSizing(Map.of(factory.name(), sizing));
        }

        /**
         * Sets how often the account is measured for charts and drawdown.
         *
         * @param value 1 s by default, above zero
         * @return this
         */
        public Builder sampling(Duration value) {
            sampling = value;
            return this;
        }

        /**
         * Checks and builds.
         *
         * @return the backtest
         * @throws ParameterException if a parameter is unknown or not legal
         */
        public Backtest build() {
            factory.check(Parameters.parse(factory.parameters(), parameters));
            return new Backtest(this);
        }
    }
}
