package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.Sweep;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Settlement;
import io.ploy.api.risk.KillSwitch;
import io.ploy.api.signal.SignalSource;
import io.ploy.core.lease.Lease;
import io.ploy.core.ledger.OrderLedger;
import io.ploy.core.performance.PerformanceChange;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.portfolio.PortfolioLedger;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.risk.TradingGate;
import io.ploy.core.risk.TradingHalt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single writer. Takes events in one order, keeps books, orders and portfolio, and calls the strategies.
 *
 * <p><b>Threading.</b> Public methods may be called from any thread; the work happens on the engine's.
 */
public final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    /** By then a trade of a resolved market has settled or failed for good. */
    static final Duration FORGET_AFTER = Duration.ofHours(6);

    private static final Duration WATCH_EVERY = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Session session;
    private final EnginePorts ports;
    private final EngineExecutor executor;
    private final TimerQueue timers;
    private final MarketStore markets = new MarketStore();
    private final PortfolioLedger portfolio;
    private final RiskDesk riskDesk;
    private final TradingGate gate;
    private final Scribe journal;
    private final Outbox outbox;
    private final Alerts alerts;
    private final Telling telling;
    private final OrderDesk orders;
    private final OperationDesk operations;
    private final StrategyRunner strategies;
    private final Recovery recovery;
    private final EngineWorld world;
    private final Fence fence;
    private final @Nullable Reconciler reconciler;
    private final @Nullable CancelSweep cancelSweep;
    private final @Nullable BalanceCheck balances;
    private final @Nullable Health health;
    private final SweepDesk sweeps;
    private final Question question;
    private final EngineView view;
    private final Operator operator;
    private final KillSwitch killSwitch;
    private final EngineEnd end;
    private final MarketDesk marketDesk;
    private volatile boolean started;
    private volatile boolean closed;

    /**
     * An engine that is not started. Reads the journal: what earlier runs left is known from then on.
     *
     * @param account our name for the account
     * @param settings how it behaves
     * @param world what time is and where it runs
     * @param ports everything outside
     * @param risk what may be risked
     * @param specs the strategies to run
     * @param supervision how it looks after what it hears nothing of; null for the usual: on real time and after an earlier
     *     run as {@link Supervision#DEFAULT} says, on virtual time not at all
     * @throws io.ploy.core.persistence.JournalException if the journal cannot be read, or not understood
     */
    public Engine(
            AccountId account,
            EngineSettings settings,
            EngineWorld world,
            EnginePorts ports,
            RiskSettings risk,
            List<StrategySpec> specs,
            @Nullable Supervision supervision) {
        this.ports = ports;
        this.world = world;
        executor = world.executor();
        timers = new TimerQueue(at -> world.alarm().accept(at, this::wake));
        gate = new TradingGate(world.clock(), new GateWatch());
        portfolio = new PortfolioLedger(account, markets, risk.scopes());
        Books books = new Books(
                markets,
                portfolio,
                gate,
                new ClosedInstruments(),
                new SentBodies(),
                new OpenOperations(markets, portfolio),
                RiskMemory.empty(risk.scopes(), portfolio, markets, this::performanceMoved));
        recovery = new Recovery(books, new OrderMoney(markets, portfolio));
        LedgerRelay relay = new LedgerRelay(recovery);
        OrderLedger ledger = new OrderLedger(markets, relay);
        recovery.run(ports.journal(), ledger);
        boolean supervised = !world.isVirtual() || recovery.hasHistory();
        Supervision watched = supervision == null && supervised ? Supervision.DEFAULT : supervision;
        session = new Session(account, recovery.nextEpoch(), settings, watched, world.clock());
        journal = new Scribe(ports.journal(), world.clock());
        outbox = new Outbox(ports.gateway(), executor, world.inline());
        strategies = new StrategyRunner();
        telling = new Telling(ports.listeners(), strategies, journal);
        alerts = new Alerts(world.clock(), ports.notifiers(), alert -> executor.execute(() -> telling.alerted(alert)));
        telling.useAlerts(alerts);
        fence = new Fence(ports.lease());
        sweeps = new SweepDesk(outbox, world.clock(), timers);
        riskDesk = new RiskDesk(
                session, books, risk, journal, telling, ports.gateway().clock().orElse(null));
        OrderDesk.Surroundings runtime = new OrderDesk.Surroundings(executor, timers, telling, fence, riskDesk);
        orders = new OrderDesk(session, books, ledger, journal, outbox, runtime);
        relay.to(orders);
        RiskLinks links = new RiskLinks(fence, telling, riskDesk, orders, world.ticker(), ports.feed());
        orders.useRules(risk, ports.rules(), links);
        operations = new OperationDesk(session, books, orders, journal, runtime, ports.settlement());
        balances = watched == null
                ? null
                : new BalanceCheck(
                        watched,
                        world.clock(),
                        books,
                        orders,
                        journal,
                        telling,
                        recovery.hasHistory()
                                ? recovery.lastAt()
                                : world.clock().instant());
        reconciler = watched == null || balances == null
                ? null
                : new Reconciler(
                        new Reconciler.Means(
                                session,
                                timers,
                                orders,
                                sweeps,
                                gate,
                                journal,
                                telling,
                                executor,
                                ports.reader(),
                                riskDesk),
                        watched,
                        balances,
                        recovery.hasHistory() ? orders.unsettledSince(recovery.lastAt()) : null);
        cancelSweep = watched == null
                ? null
                : new CancelSweep(watched, world.clock(), timers, orders, outbox, sweeps, runtime);
        question = new Question(executor);
        view = new EngineView(question, world.clock(), books, orders, operations, strategies);
        operator = new Operator(
                question,
                executor,
                world.clock(),
                journal,
                books,
                orders,
                new Operator.Desks(
                        balances,
                        reconciler,
                        new Flattener(session, books, orders, operations, riskDesk, telling, timers, journal)),
                riskDesk);
        killSwitch = new SteppedKillSwitch(gate, operator);
        LongSupplier ticker = world.ticker();
        health = ticker == null ? null : new Health(session, journal, timers, telling, ticker);
        links.reconciler(reconciler, session.clock());
        riskDesk.use(links);
        end = new EngineEnd(executor, books, orders, operations, strategies, ports.gateway(), world.clock(), sweeps);
        StrategySession.Desks desks =
                new StrategySession.Desks(markets, orders, operations, portfolio, journal, timers, executor);
        for (StrategySpec spec : specs) {
            StrategyHost host =
                    new StrategyHost(spec.name(), spec.factory(), settings, world.ticker(), orders, telling);
            strategies.add(
                    host,
                    spec.parameters(),
                    new StrategySession(host, spec.parameters(), desks, session, recovery.state(spec.name())));
        }
        marketDesk = new MarketDesk(
                markets, riskDesk, journal, telling, strategies, ports.feed(), this::payOut, settings.conflateBooks());
    }

    /**
     * Whether an earlier run asked for an order or an operation, so that its books go on.
     *
     * @return false as long as what the account holds is what it began with
     */
    public boolean hasBooks() {
        return recovery.hasAsked();
    }

    /**
     * Begins: writes the session's first records, connects the venue, compares the books with it and starts the strategies.
     *
     * @param account what the account holds at the start; not looked at if {@link #hasBooks}
     */
    public void start(AccountSnapshot account) {
        if (started || closed) {
            throw new IllegalStateException("an engine starts once");
        }
        started = true;
        EngineSettings settings = session.settings();
        journal.write(new JournalRecord.SessionStarted(
                settings.version(),
                settings.configuration(),
                settings.seed(),
                session.epoch(),
                settings.factsOrNull()));
        Lease lease = ports.lease();
        if (lease != null) {
            journal.write(new JournalRecord.LeaseTaken(
                    lease.token(), "process " + ProcessHandle.current().pid()));
        }
        riskDesk.onAccount(account);
        if (!recovery.hasAsked()) {
            open(account);
        }
        executor.start(new Handler());
        question.running(true);
        GatewayDoor door = new GatewayDoor();
        ports.gateway().start(door);
        Settlement settlement = ports.settlement();
        if (settlement != null) {
            settlement.start(event -> executor.execute(() -> {
                operations.onEvent(event);
                touchMarket(event.operation().market());
            }));
        }
        executor.execute(this::takeOver);
        if (lease != null) {
            lease.onLost(() -> executor.execute(this::leaseLost));
        }
        MarketDataFeed feed = ports.feed();
        if (feed != null) {
            feed.start(executor::market);
        }
        for (SignalSource source : ports.signals()) {
            source.start(signal -> executor.execute(() -> strategies.tell(strategy -> strategy.onSignal(signal))));
        }
    }

    /** Books what differs from an opening that a crash may have cut short, or from one before the account was used. */
    private void open(AccountSnapshot account) {
        Cash cash = account.collateral().minus(portfolio.balance().settled());
        if (!cash.equals(Cash.ZERO) || !recovery.hasHistory()) {
            portfolio.move(CashKind.DEPOSIT, cash);
            journal.write(new JournalRecord.CashMoved(cash, CashKind.DEPOSIT, "opening balance"));
        }
        account.holdings().forEach((instrument, quantity) -> {
            long micros = Math.subtractExact(
                    quantity.micros(),
                    portfolio.accountPosition(instrument).confirmed().micros());
            if (micros != 0) {
                portfolio.moveShares(OperationDesk.HOUSE, instrument, micros, Cash.ZERO);
                journal.write(new JournalRecord.SharesMoved(
                        OperationDesk.HOUSE, instrument, micros, Cash.ZERO, "opening holding"));
            }
        });
    }

    /** Goes on where an earlier run ended, compares with the venue, and then lets the strategies begin. */
    private void takeOver() {
        if (recovery.hasHistory()) {
            orders.evidence().setAside(recovery.deadLetters());
            recovery.forEachWatched((at, market) -> timers.set(at, () -> forget(market)));
            telling.know(orders.openOrders());
            orders.takeOver();
            operations.resume();
            if (!gate.halts().isEmpty()) {
                telling.alert(
                        AlertSeverity.CRITICAL,
                        "account.halted",
                        session.account().name(),
                        "Trading was halted before this start and still is: " + gate.cause()
                                + ". Release it when its cause is gone.");
                cancelEverything();
            }
        }
        if (health != null) {
            health.beat();
        }
        riskDesk.begin();
        if (session.supervision() != null) {
            watchRisk();
        }
        if (reconciler == null) {
            startStrategies();
        } else {
            reconciler.start(this::startStrategies);
        }
    }

    /** Another process may act for the account from now on: what is open is its affair. */
    private void leaseLost() {
        gate.hold(Holds.LEASE, "another process may write for the account");
        telling.alert(
                AlertSeverity.CRITICAL,
                "lease.lost",
                session.account().name(),
                "This process lost the right to write for the account. It sends nothing any more and leaves open orders to the"
                        + " process that took over. Stop it, and find out why it could not renew in time.");
    }

    private void startStrategies() {
        strategies.start();
        for (Market market : markets.all()) {
            if (markets.resolution(market.id()) == null) {
                strategies.tell(strategy -> strategy.onMarket(market));
            } else {
                operations.redeem(market.id());
            }
        }
    }

    private void cancelEverything() {
        if (cancelSweep == null) {
            orders.cancelAll();
        } else {
            cancelSweep.begin();
        }
    }

    private void touchMarket(MarketId id) {
        Market market = markets.market(id);
        if (market != null && balances != null) {
            market.outcomes().forEach(outcome -> balances.touched(outcome.instrument()));
        }
    }

    /**
     * Hands over one market event, for callers that are the feed themselves.
     *
     * @param event in the order of reception
     */
    public void onMarketEvent(MarketEvent event) {
        executor.market(event);
    }

    private void wake() {
        executor.execute(() -> timers.runDue(session.clock().instant()));
    }

    /**
     * What it knows.
     *
     * @return always the same view
     */
    public EngineView view() {
        return view;
    }

    /**
     * What a person may decide.
     *
     * @return always the same
     */
    public Operator operator() {
        return operator;
    }

    /**
     * How it ends.
     *
     * @return always the same steps
     */
    public EngineEnd end() {
        return end;
    }

    /**
     * The time the engine goes by.
     *
     * @return its clock
     */
    public Clock clock() {
        return session.clock();
    }

    /**
     * Whether it compares its books with the venue.
     *
     * @return false on virtual time, unless asked for or after an earlier run
     */
    public boolean isSupervised() {
        return session.supervision() != null;
    }

    /**
     * Waits until nothing is queued or under way inside Ploy.
     *
     * @param timeout how long at most
     * @return false if the time was up first
     */
    public boolean awaitIdle(Duration timeout) {
        return executor.awaitIdle(timeout);
    }

    /** Ends the session: closes the way to the venue, writes the last record and closes the journal. */
    @Override
    public void close() {
        MarketDataFeed feed = ports.feed();
        if (feed != null) {
            feed.close();
        }
        ports.signals().forEach(SignalSource::close);
        outbox.close();
        if (started) {
            executor.execute(riskDesk::end);
            executor.execute(() -> journal.write(new JournalRecord.SessionClosed(
                    orders.openOrders().isEmpty()
                            ? "clean"
                            : orders.openOrders().size() + " orders open")));
            executor.awaitIdle(ANSWER_WITHIN);
        }
        question.running(false);
        executor.close();
        closed = true;
        world.close();
        alerts.close();
        ports.journal().close();
    }

    /**
     * Stops all trading at once.
     *
     * @return engages from any thread, also while the engine thread is stuck
     */
    public KillSwitch killSwitch() {
        return killSwitch;
    }

    private void watchRisk() {
        riskDesk.look();
        timers.set(session.clock().instant().plus(WATCH_EVERY), this::watchRisk);
    }

    private void payOut(Market market, Resolution resolution) {
        portfolio.expectPayout(market, resolution);
        riskDesk.onResolved(market, resolution);
        operations.redeem(market.id());
        timers.set(session.clock().instant().plus(FORGET_AFTER), () -> forget(market));
    }

    private void forget(Market market) {
        orders.forget(market);
        telling.forget(id -> orders.order(id).isEmpty());
    }

    private final class Handler implements EngineExecutor.Handler {
        @Override
        public void onMarketEvent(MarketEvent event) {
            event.match(marketDesk);
        }

        @Override
        public void onTaskEnd() {
            strategies.deliver();
            end.check();
        }

        @Override
        public void onBatchEnd() {
            marketDesk.flush();
            strategies.deliver();
        }

        @Override
        public void onFault(Throwable fault) {
            LOG.error("the engine failed on an event; trading is halted", fault);
            gate.halt("engine-fault", "engine", "the engine failed on an event: " + fault + "; report this as a bug");
        }
    }

    private final class GatewayDoor implements GatewayListener {
        @Override
        public void onEvidence(OrderEvidence evidence) {
            executor.execute(() -> {
                orders.evidence().onEvidence(evidence);
                orders.instrumentOf(evidence.order()).ifPresent(this::redeem);
            });
        }

        @Override
        public void onFill(FillReport report) {
            executor.execute(() -> {
                if (orders.evidence().onFill(report) && balances != null) {
                    balances.touched(report.instrument());
                }
                redeem(report.instrument());
            });
        }

        @Override
        public void onCancelAnswer(CancelAnswer answer) {
            executor.execute(() -> {
                orders.evidence().onCancelAnswer(answer);
                orders.instrumentOf(answer.order()).ifPresent(this::redeem);
            });
        }

        @Override
        public void onLookedUp(LookUp lookUp) {
            executor.execute(() -> {
                orders.onLookedUp(lookUp);
                if (reconciler != null) {
                    reconciler.onLookedUp(lookUp);
                }
            });
        }

        @Override
        public void onSwept(Sweep sweep) {
            executor.execute(() -> sweeps.onSwept(sweep));
        }

        @Override
        public void onStream(boolean connected, Instant at) {
            executor.execute(() -> {
                if (reconciler != null) {
                    reconciler.onStream(connected);
                }
            });
        }

        @Override
        public boolean maySend() {
            return fence.mayAct();
        }

        @Override
        public boolean isFit() {
            return fence.mayAct() && (health == null || health.isFit());
        }

        private void redeem(InstrumentId instrument) {
            Market market = markets.marketOf(instrument);
            if (market != null && markets.resolution(market.id()) != null) {
                operations.redeem(market.id());
            }
        }
    }

    /** Carries out what a halt means, on the engine's thread, whoever asked for it. */
    private final class GateWatch implements TradingGate.Listener {
        @Override
        public void onHalted(TradingHalt halt) {
            executor.execute(() -> {
                journal.note(new JournalRecord.GateChanged(false, halt.cause() + ": " + halt.why(), halt.who()));
                telling.alert(
                        AlertSeverity.CRITICAL,
                        "account.halted",
                        session.account().name(),
                        "Trading was halted by " + halt.who() + " (" + halt.cause() + "): " + halt.why()
                                + ". Nothing new is sent and every open order is being cancelled.");
                cancelEverything();
            });
        }

        @Override
        public void onCleared(TradingHalt halt, String who, String why) {
            executor.execute(() -> journal.note(new JournalRecord.GateChanged(true, halt.cause() + ": " + why, who)));
        }
    }

    private void performanceMoved(PerformanceChange change) {
        journal.note(new JournalRecord.PerformanceMoved(change));
    }
}
