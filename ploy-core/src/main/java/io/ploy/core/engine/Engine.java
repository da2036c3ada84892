package io.ploy.core.engine;

import io.ploy.api.PloyException;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.api.portfolio.Settlement;
import io.ploy.api.risk.KillSwitch;
import io.ploy.api.signal.SignalSource;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.PortfolioLedger;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.TradingGate;
import io.ploy.core.risk.TradingHalt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
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
    private static final Duration FORGET_AFTER = Duration.ofHours(6);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Session session;
    private final EnginePorts ports;
    private final EngineExecutor executor;
    private final TimerQueue timers;
    private final MarketStore markets = new MarketStore();
    private final PortfolioLedger portfolio;
    private final TradingGate gate;
    private final Scribe journal;
    private final Outbox outbox;
    private final Alerts alerts;
    private final Telling telling;
    private final OrderDesk orders;
    private final OperationDesk operations;
    private final StrategyRunner strategies;
    private final JournalScan earlier;
    private final EngineWorld world;
    private final CompletableFuture<Boolean> drained = new CompletableFuture<>();
    private final MarketDesk marketDesk;
    private volatile boolean started;
    private boolean stopping;
    private volatile boolean closed;

    /**
     * An engine that is not started.
     *
     * @param account our name for the account
     * @param settings how it behaves
     * @param world what time is and where it runs
     * @param ports everything outside
     * @param limits what may be risked
     * @param specs the strategies to run
     */
    public Engine(
            AccountId account,
            EngineSettings settings,
            EngineWorld world,
            EnginePorts ports,
            RiskLimits limits,
            List<StrategySpec> specs) {
        this.ports = ports;
        this.world = world;
        executor = world.executor();
        timers = new TimerQueue(at -> world.alarm().accept(at, this::wake));
        earlier = JournalScan.of(ports.journal());
        session = new Session(account, earlier.nextEpoch(), settings, world.clock());
        gate = new TradingGate(world.clock(), new GateWatch());
        portfolio = new PortfolioLedger(account, markets);
        journal = new Scribe(ports.journal(), world.clock());
        outbox = new Outbox(ports.gateway(), executor, world.inline());
        strategies = new StrategyRunner();
        telling = new Telling(ports.listeners(), strategies, journal);
        alerts = new Alerts(world.clock(), ports.notifiers(), alert -> executor.execute(() -> telling.alerted(alert)));
        telling.useAlerts(alerts);
        OrderDesk.Surroundings runtime = new OrderDesk.Surroundings(executor, timers, telling);
        orders = new OrderDesk(session, markets, portfolio, gate, journal, outbox, runtime);
        orders.useRules(limits, ports.rules());
        operations = new OperationDesk(session, markets, portfolio, orders, journal, runtime, ports.settlement());
        StrategySession.Desks desks =
                new StrategySession.Desks(markets, orders, operations, portfolio, journal, timers, executor);
        for (StrategySpec spec : specs) {
            StrategyHost host =
                    new StrategyHost(spec.name(), spec.factory(), settings, world.ticker(), orders, telling);
            strategies.add(
                    host,
                    spec.parameters(),
                    new StrategySession(host, spec.parameters(), desks, session, earlier.state(spec.name())));
        }
        marketDesk = new MarketDesk(
                markets, journal, telling, strategies, ports.feed(), this::payOut, settings.conflateBooks());
    }

    /**
     * Begins: writes the session's first records, connects the venue and starts the strategies.
     *
     * @param account what the account holds at the start
     */
    public void start(AccountSnapshot account) {
        if (started || closed) {
            throw new IllegalStateException("an engine starts once");
        }
        started = true;
        EngineSettings settings = session.settings();
        journal.write(new JournalRecord.SessionStarted(
                settings.version(), settings.configuration(), settings.seed(), session.epoch()));
        open(account);
        executor.start(new Handler());
        GatewayDoor door = new GatewayDoor();
        ports.gateway().start(door);
        Settlement settlement = ports.settlement();
        if (settlement != null) {
            settlement.start(event -> executor.execute(() -> operations.onEvent(event)));
        }
        executor.execute(this::reportEarlierOrders);
        executor.execute(strategies::start);
        MarketDataFeed feed = ports.feed();
        if (feed != null) {
            feed.start(executor::market);
        }
        for (SignalSource source : ports.signals()) {
            source.start(signal -> executor.execute(() -> strategies.tell(strategy -> strategy.onSignal(signal))));
        }
    }

    private void open(AccountSnapshot account) {
        portfolio.deposit(account.collateral());
        journal.write(new JournalRecord.CashMoved(account.collateral(), "opening balance"));
        account.holdings().forEach((instrument, quantity) -> {
            if (!quantity.isZero()) {
                portfolio.hold(OperationDesk.HOUSE, instrument, quantity, Cash.ZERO);
            }
        });
    }

    private void reportEarlierOrders() {
        if (!earlier.unfinished().isEmpty()) {
            telling.alert(
                    AlertSeverity.CRITICAL,
                    "journal.unfinished-orders",
                    session.account().name(),
                    "An earlier run left " + earlier.unfinished().size() + " orders without an end, the first "
                            + earlier.unfinished().iterator().next()
                            + ". They are not part of this run; compare them with the venue.");
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

    /** Tells the strategies that trading ends, and asks to cancel every order. */
    public void beginStop() {
        executor.execute(() -> {
            strategies.end();
            orders.close();
            stopping = true;
        });
    }

    /**
     * Waits until every order and operation has an end and every fill is final, after {@link #beginStop()}.
     *
     * @param within how long at most
     * @return false if the time was up first
     */
    public boolean awaitDrained(Duration within) {
        try {
            return drained.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /**
     * Whether every order and operation has an end and every fill is final.
     *
     * @return true if nothing is open
     */
    public boolean isDrained() {
        return ask(this::nothingOpen);
    }

    private boolean nothingOpen() {
        Balance balance = portfolio.balance();
        return orders.openOrders().isEmpty()
                && operations.openCount() == 0
                && balance.provisionalOut().equals(Cash.ZERO)
                && balance.provisionalIn().equals(Cash.ZERO);
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
            executor.execute(() -> journal.write(new JournalRecord.SessionClosed(
                    orders.openOrders().isEmpty()
                            ? "clean"
                            : orders.openOrders().size() + " orders open")));
            executor.awaitIdle(ANSWER_WITHIN);
        }
        executor.close();
        closed = true;
        world.close();
        alerts.close();
        ports.journal().close();
    }

    /**
     * Stops all trading at once.
     *
     * @return works from any thread, also while the engine thread is stuck
     */
    public KillSwitch killSwitch() {
        return gate;
    }

    /**
     * What the account holds.
     *
     * @return a snapshot
     */
    public Portfolio portfolio() {
        return ask(() -> portfolio.account(markets, session.clock().instant()));
    }

    /**
     * What the account holds of one instrument, over all strategies.
     *
     * @param instrument which
     * @return zero quantities if nothing is held
     */
    public Position position(InstrumentId instrument) {
        return ask(() -> portfolio.accountPosition(instrument));
    }

    /**
     * The most that open positions and orders can lose.
     *
     * @return 0 or more
     */
    public Cash exposure() {
        return ask(portfolio::accountExposure);
    }

    /**
     * Profit and loss of one market, over all strategies.
     *
     * @param market which
     * @return zero if it was never traded
     */
    public ProfitAndLoss profitAndLoss(Market market) {
        return ask(() -> {
            Cash realised = Cash.ZERO;
            Cash unrealised = Cash.ZERO;
            Cash fees = Cash.ZERO;
            for (Outcome outcome : market.outcomes()) {
                Position position = portfolio.accountPosition(outcome.instrument());
                Cash value = position.isFlat()
                        ? Cash.ZERO
                        : Cash.ofMicros(markets.bidNetMicros(
                                outcome.instrument(), position.economic().micros()));
                realised = realised.plus(position.realised());
                unrealised = unrealised.plus(value.minus(position.cost()));
                fees = fees.plus(position.fees());
            }
            return new ProfitAndLoss(realised, unrealised, fees);
        });
    }

    /**
     * What redemptions of a resolved market paid so far.
     *
     * @param market which
     * @return zero if nothing was redeemed
     */
    public Cash redeemed(MarketId market) {
        return ask(() -> operations.paid(market));
    }

    /**
     * Every order that may still match.
     *
     * @return oldest first
     */
    public List<Order> openOrders() {
        return ask(orders::openOrders);
    }

    /**
     * How many splits, merges and redemptions are under way.
     *
     * @return 0 or more
     */
    public int openOperations() {
        return ask(operations::openCount);
    }

    /**
     * Every market known.
     *
     * @return in the order in which they became known
     */
    public List<Market> markets() {
        return ask(markets::all);
    }

    /**
     * An instrument's book, for callers on the engine's thread.
     *
     * @param instrument which
     * @return an empty, untrusted book if nothing was heard of it
     */
    public OrderBook book(InstrumentId instrument) {
        return markets.book(instrument);
    }

    /**
     * Which strategies were stopped because they failed.
     *
     * @return their names
     */
    public List<String> stoppedStrategies() {
        return ask(strategies::stopped);
    }

    private <T> T ask(Supplier<T> question) {
        if (!started || closed || executor.isEngineThread()) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PloyException("interrupted while waiting for the engine", e);
        } catch (ExecutionException e) {
            throw new PloyException("the engine could not answer", e.getCause());
        } catch (TimeoutException e) {
            throw new PloyException("the engine did not answer within " + ANSWER_WITHIN.toSeconds() + " s", e);
        }
    }

    private void payOut(Market market, Resolution resolution) {
        portfolio.expectPayout(market, resolution);
        operations.redeem(market.id());
        timers.set(session.clock().instant().plus(FORGET_AFTER), () -> orders.forget(market));
    }

    private final class Handler implements EngineExecutor.Handler {
        @Override
        public void onMarketEvent(MarketEvent event) {
            event.match(marketDesk);
        }

        @Override
        public void onTaskEnd() {
            strategies.deliver();
            if (stopping && nothingOpen()) {
                drained.complete(true);
            }
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
                orders.onEvidence(evidence);
                orders.instrumentOf(evidence.order()).ifPresent(this::redeem);
            });
        }

        @Override
        public void onFill(FillReport report) {
            executor.execute(() -> {
                orders.onFill(report);
                redeem(report.instrument());
            });
        }

        @Override
        public void onCancelAnswer(CancelAnswer answer) {
            executor.execute(() -> {
                orders.onCancelAnswer(answer);
                orders.instrumentOf(answer.order()).ifPresent(this::redeem);
            });
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
                journal.write(new JournalRecord.GateChanged(false, halt.cause() + ": " + halt.why(), halt.who()));
                telling.alert(
                        AlertSeverity.CRITICAL,
                        "account.halted",
                        session.account().name(),
                        "Trading was halted by " + halt.who() + " (" + halt.cause() + "): " + halt.why()
                                + ". Nothing new is sent and every open order is being cancelled.");
                orders.cancelAll();
            });
        }

        @Override
        public void onCleared(TradingHalt halt, String who, String why) {
            executor.execute(
                    () -> journal.write(new JournalRecord.GateChanged(true, halt.cause() + " cleared: " + why, who)));
        }
    }
}
