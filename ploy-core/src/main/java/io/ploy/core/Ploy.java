package io.ploy.core;

import io.ploy.api.PloyException;
import io.ploy.api.event.EngineListener;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.notify.Notifier;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.api.portfolio.Settlement;
import io.ploy.api.risk.KillSwitch;
import io.ploy.api.risk.RiskRule;
import io.ploy.api.signal.SignalSource;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.engine.Engine;
import io.ploy.core.engine.EnginePorts;
import io.ploy.core.engine.EngineSettings;
import io.ploy.core.engine.EngineWorld;
import io.ploy.core.engine.Operator;
import io.ploy.core.engine.StrategySpec;
import io.ploy.core.engine.Supervision;
import io.ploy.core.lease.Lease;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.sim.Timeline;
import io.ploy.core.time.SystemClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One trading engine: an account, a venue, strategies, and everything between them. Several may live in one process; no
 * state is shared and no thread outlives {@link #close()}.
 *
 * <pre>{@code
 * try (Ploy ploy = Ploy.builder(account, gateway)
 *         .feed(feed)
 *         .journal(SegmentJournal.open(folder))
 *         .strategy(factory, Map.of())
 *         .build()) {
 *     ploy.start();
 *     ...
 * }
 * }</pre>
 *
 * <p><b>Threading.</b> Thread-safe. On virtual time, {@link #advanceTo} moves the world, on one thread at a time.
 */
public final class Ploy implements AutoCloseable {
    private static final AccountSnapshot NOTHING = new AccountSnapshot(Cash.ZERO, Map.of(), true, Instant.EPOCH);
    private static final Duration IDLE_WITHIN = Duration.ofSeconds(30);

    private final Engine engine;
    private final @Nullable AccountReader accountReader;
    private final Cash openingCash;
    private final @Nullable Timeline timeline;
    private final CompletableFuture<Instant> hurry = new CompletableFuture<>();
    private @Nullable StopReport stopped;
    private boolean started;
    private boolean ended;

    private Ploy(Builder builder) {
        engine = builder.engine();
        accountReader = builder.accountReader;
        openingCash = builder.openingCash;
        timeline = builder.timeline;
    }

    /**
     * Starts with an account and the way its orders take.
     *
     * @param account our name for the account
     * @param gateway carries its orders
     * @return a builder
     */
    public static Builder builder(AccountId account, OrderGateway gateway) {
        return new Builder(account, gateway);
    }

    /**
     * Reads the account, connects the venue and starts the strategies.
     *
     * @throws PloyException if the account could not be read completely; nothing was started
     */
    public synchronized void start() {
        if (started || stopped != null) {
            throw new IllegalStateException("started or stopped already; build another to start again");
        }
        // Books of an earlier run go on, and are compared with the venue once it is connected.
        AccountSnapshot account = engine.hasBooks() ? NOTHING : OpeningAccount.read(accountReader, openingCash);
        started = true;
        engine.start(account);
        settle();
    }

    /**
     * Hands over one market event, for callers that are the feed themselves.
     *
     * @param event in the order of reception
     */
    public void onMarketEvent(MarketEvent event) {
        engine.onMarketEvent(event);
    }

    /**
     * Moves a virtual world on: everything due by then happens, and the engine comes to rest after each step.
     *
     * @param until the time to move to
     * @throws IllegalStateException on real time
     */
    public void advanceTo(Instant until) {
        Timeline line = timeline;
        if (line == null) {
            throw new IllegalStateException("only virtual time can be moved");
        }
        for (Optional<Instant> next = line.next();
                next.isPresent() && !next.get().isAfter(until);
                next = line.next()) {
            line.runNext();
            settle();
        }
        line.runUntil(until);
    }

    private void settle() {
        if (timeline != null && !engine.awaitIdle(IDLE_WITHIN)) {
            throw new PloyException("the engine did not come to rest within " + IDLE_WITHIN.toSeconds() + " s");
        }
    }

    /**
     * Stops trading: tells the strategies, cancels every open order, waits for the answers, and closes the journal.
     *
     * @param within how long to wait for the venue's answers and for fills to settle; virtual time on a time line
     * @return what was left
     * @throws PloyException if the engine does not answer, such as when a strategy hangs; journal and connections are
     *     closed all the same
     */
    public StopReport stop(Duration within) {
        return stop(StopPolicy.DEFAULT.withOrdersWithin(within).withSettlementWithin(within));
    }

    /**
     * Stops trading in the phases of a policy. A second call answers what the first did.
     *
     * @param policy what becomes of orders and positions, and how long each phase may take
     * @return what was left
     * @throws PloyException if the engine does not answer, such as when a strategy hangs; the venue was asked to cancel
     *     everything, and journal and connections are closed all the same
     */
    public synchronized StopReport stop(StopPolicy policy) {
        if (stopped != null) {
            return stopped;
        }
        if (ended) {
            throw new IllegalStateException("it was stopped before, and that failed");
        }
        ended = true;
        try {
            Ending ending = new Ending(engine, timeline, engine.clock(), this::settle, hurry);
            StopReport report = started ? ending.run(policy) : ending.report();
            stopped = report;
            return report;
        } finally {
            engine.close();
        }
    }

    /**
     * Cuts a {@link #stop} short that is under way or comes: strategies, sales and fills are waited for no longer, and cancels
     * and the last look at the venue only for this long. On virtual time it changes nothing.
     *
     * @param within from now on
     */
    public void hurry(Duration within) {
        hurry.complete(engine.clock().instant().plus(within));
    }

    /** Stops within 10 s, if not stopped already. */
    @Override
    public synchronized void close() {
        if (!ended) {
            stop(Duration.ofSeconds(10));
        }
    }

    /**
     * Stops all trading at once.
     *
     * @return works from any thread; after a release, {@code operator().reset} of {@code second-step} lets trading go on
     */
    public KillSwitch killSwitch() {
        return engine.killSwitch();
    }

    /**
     * What a person may decide while it runs: clear halts, reopen instruments, settle doubts.
     *
     * @return works from any thread
     */
    public Operator operator() {
        return engine.operator();
    }

    /**
     * What the account holds.
     *
     * @return a snapshot
     */
    public Portfolio portfolio() {
        return engine.view().portfolio();
    }

    /**
     * What the account holds of one instrument.
     *
     * @param instrument which
     * @return zero quantities if nothing is held
     */
    public Position position(InstrumentId instrument) {
        return engine.view().position(instrument);
    }

    /**
     * Profit and loss of one market.
     *
     * @param market which
     * @return zero if it was never traded
     */
    public ProfitAndLoss profitAndLoss(Market market) {
        return engine.view().profitAndLoss(market);
    }

    /**
     * What redemptions of a resolved market paid so far.
     *
     * @param market which
     * @return zero if nothing was redeemed
     */
    public Cash redeemed(MarketId market) {
        return engine.view().redeemed(market);
    }

    /**
     * An instrument's book, for callers on the engine's thread or while the engine is at rest on virtual time.
     *
     * @param instrument which
     * @return an empty, untrusted book if nothing was heard of it
     */
    public OrderBook book(InstrumentId instrument) {
        return engine.view().book(instrument);
    }

    /**
     * The most that open positions and orders can lose.
     *
     * @return 0 or more
     */
    public Cash exposure() {
        return engine.view().exposure();
    }

    /**
     * Every order that may still match.
     *
     * @return oldest first
     */
    public List<Order> openOrders() {
        return engine.view().openOrders();
    }

    /**
     * Every market known.
     *
     * @return in the order in which they became known
     */
    public List<Market> markets() {
        return engine.view().markets();
    }

    /**
     * Which strategies were stopped because they failed.
     *
     * @return their names
     */
    public List<String> stoppedStrategies() {
        return engine.view().stoppedStrategies();
    }

    /** Collects what an engine needs. Not thread-safe. */
    public static final class Builder {
        private final AccountId account;
        private final OrderGateway gateway;
        private final List<StrategySpec> strategies = new ArrayList<>();
        private final List<EngineListener> listeners = new ArrayList<>();
        private final List<Notifier> notifiers = new ArrayList<>();
        private final List<RiskRule> rules = new ArrayList<>();
        private final List<SignalSource> signals = new ArrayList<>();
        private @Nullable MarketDataFeed feed;
        private @Nullable Settlement settlement;
        private @Nullable AccountReader accountReader;
        private @Nullable Lease lease;
        private Cash openingCash = Cash.ZERO;
        private @Nullable JournalStore journal;
        private RiskSettings risk = RiskSettings.USUAL;
        private EngineSettings settings = EngineSettings.DEFAULT;
        private @Nullable Supervision supervision;
        private @Nullable Clock clock;
        private @Nullable Timeline timeline;
        private boolean threads;

        private Builder(AccountId account, OrderGateway gateway) {
            this.account = account;
            this.gateway = gateway;
        }

        /**
         * Streams market data. Without it, {@link Ploy#onMarketEvent} is the feed.
         *
         * @param value the feed; closed with the engine
         * @return this
         */
        public Builder feed(MarketDataFeed value) {
            feed = value;
            return this;
        }

        /**
         * Carries splits, merges and redemptions. Without it there are none.
         *
         * @param value the settlement
         * @return this
         */
        public Builder settlement(Settlement value) {
            settlement = value;
            return this;
        }

        /**
         * Reads the account before trading begins.
         *
         * @param value the reader
         * @return this
         */
        public Builder accountReader(AccountReader value) {
            accountReader = value;
            return this;
        }

        /**
         * What the account begins with where nothing reads it.
         *
         * @param value collateral, not negative
         * @return this
         */
        public Builder openingCash(Cash value) {
            openingCash = value;
            return this;
        }

        /**
         * The right to write for the account, where another process could have it. Once it is lost nothing is sent any more.
         *
         * @param value taken by the caller; given back after the engine stopped, once the journal is closed
         * @return this
         */
        public Builder lease(Lease value) {
            lease = value;
            return this;
        }

        /**
         * Where everything is written before it is sent. Required on real time; on virtual time in memory by default,
         * which survives nothing.
         *
         * @param value the journal; closed with the engine
         * @return this
         */
        public Builder journal(JournalStore value) {
            journal = value;
            return this;
        }

        /**
         * What may be risked, with sizes, capital and scopes as they are. The conservative profile by default.
         *
         * @param value the limits
         * @return this
         */
        public Builder limits(RiskLimits value) {
            risk = risk.withLimits(value);
            return this;
        }

        /**
         * Limits, sizes, capital, scopes, breakers, and what must be proved before. {@link RiskSettings#USUAL} by default.
         *
         * @param value the settings, limits included
         * @return this
         */
        public Builder risk(RiskSettings value) {
            risk = value;
            return this;
        }

        /**
         * How the engine behaves.
         *
         * @param value the settings
         * @return this
         */
        public Builder settings(EngineSettings value) {
            settings = value;
            return this;
        }

        /**
         * How the engine looks after orders it hears nothing of, and compares its books with the venue. By default as
         * {@link Supervision#DEFAULT} says on real time and after an earlier run, and not at all on virtual time.
         *
         * @param value the settings
         * @return this
         */
        public Builder supervision(Supervision value) {
            supervision = value;
            return this;
        }

        /**
         * Adds a strategy under its own name.
         *
         * @param factory makes it
         * @param parameters names and texts; what is not given takes its default
         * @return this
         * @throws io.ploy.api.plugin.ParameterException if a parameter is unknown or not legal
         */
        public Builder strategy(StrategyFactory factory, Map<String, String> parameters) {
            return strategy(factory.name(), factory, parameters);
        }

        /**
         * Adds a strategy.
         *
         * @param name under which it runs, unique within the engine
         * @param factory makes it
         * @param parameters names and texts; what is not given takes its default
         * @return this
         * @throws io.ploy.api.plugin.ParameterException if a parameter is unknown or not legal
         */
        public Builder strategy(String name, StrategyFactory factory, Map<String, String> parameters) {
            Parameters checked = Parameters.parse(factory.parameters(), parameters);
            factory.check(checked);
            strategies.add(new StrategySpec(name, factory, checked));
            return this;
        }

        /**
         * Adds a listener.
         *
         * @param value hears what the engine does
         * @return this
         */
        public Builder listener(EngineListener value) {
            listeners.add(value);
            return this;
        }

        /**
         * Adds a notifier.
         *
         * @param value carries alerts to people
         * @return this
         */
        public Builder notifier(Notifier value) {
            notifiers.add(value);
            return this;
        }

        /**
         * Adds a risk rule.
         *
         * @param value can only make orders smaller or refuse them
         * @return this
         */
        public Builder riskRule(RiskRule value) {
            rules.add(value);
            return this;
        }

        /**
         * Adds a source of signals.
         *
         * @param value closed with the engine
         * @return this
         */
        public Builder signals(SignalSource value) {
            signals.add(value);
            return this;
        }

        /**
         * Runs on real time. The system's clock by default.
         *
         * @param value tells the time
         * @return this
         */
        public Builder clock(Clock value) {
            clock = value;
            timeline = null;
            return this;
        }

        /**
         * Runs on virtual time, everything on the caller's thread: the same events give the same run, bit for bit.
         *
         * @param value the time line
         * @return this
         */
        public Builder timeline(Timeline value) {
            timeline = value;
            threads = false;
            return this;
        }

        /**
         * Runs on virtual time with the threads of a live system.
         *
         * @param value the time line
         * @return this
         */
        public Builder timelineWithThreads(Timeline value) {
            timeline = value;
            threads = true;
            return this;
        }

        /**
         * Builds the engine. Nothing is started.
         *
         * @return the engine
         * @throws IllegalStateException on real time without a journal: an order that is not durable before it is sent
         *     is lost with the process
         */
        public Ploy build() {
            return new Ploy(this);
        }

        private Engine engine() {
            EngineWorld world;
            if (timeline == null) {
                world = EngineWorld.live(clock == null ? SystemClock.utc() : clock);
            } else {
                world = threads ? EngineWorld.virtualWithThreads(timeline) : EngineWorld.virtual(timeline);
            }
            EnginePorts ports = new EnginePorts(
                    feed,
                    gateway,
                    settlement,
                    accountReader,
                    lease,
                    journalStore(),
                    listeners,
                    notifiers,
                    rules,
                    signals);
            return new Engine(account, settings, world, ports, risk, strategies, supervision);
        }

        private JournalStore journalStore() {
            if (journal != null) {
                return journal;
            }
            if (timeline == null) {
                throw new IllegalStateException("on real time orders need a journal:"
                        + " give .journal(SegmentJournal.open(folder)), or .journal(new InMemoryJournal())"
                        + " where they may be lost with the process");
            }
            return new InMemoryJournal();
        }
    }
}
