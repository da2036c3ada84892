package io.ploy.core.engine;

import io.ploy.api.market.Event;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.VenueClock;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Allowances;
import io.ploy.core.breaker.BreakerListener;
import io.ploy.core.breaker.Breakers;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.CauseChange;
import io.ploy.core.breaker.CircuitBreaker;
import io.ploy.core.breaker.CircuitChange;
import io.ploy.core.breaker.CircuitState;
import io.ploy.core.breaker.Clear;
import io.ploy.core.breaker.OwnBug;
import io.ploy.core.breaker.Reset;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.breaker.TradingAction;
import io.ploy.core.breaker.TradingState;
import io.ploy.core.breaker.TradingStates;
import io.ploy.core.breaker.Transition;
import io.ploy.core.breaker.Trip;
import io.ploy.core.deployment.Deployments;
import io.ploy.core.performance.Performance;
import io.ploy.core.performance.PerformanceScope;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.MarketScopes;
import io.ploy.core.portfolio.OrderClass;
import io.ploy.core.portfolio.PortfolioLedger;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.RiskSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Watches what happens to the account and stops what must stop: tells performance and breakers of it, and carries out what
 * trading states ask for. Engine thread only.
 */
final class RiskDesk implements BreakerListener, OrderEvent.Cases<Done> {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final String LOSS_STREAK = "loss-streak";

    private final Session session;
    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private final RiskMemory memory;
    private final MarketScopes scopes;
    private final Scribe journal;
    private final Broadcast broadcast;
    private final Breakers breakers;
    private final RiskWatch watch;
    private final ClockWatch clock;
    private final FillWatch fills;
    private final OverdueMarkets overdue;
    private final AccountStanding standing;
    private final @Nullable DeploymentWatch deployments;
    private @Nullable Means means;
    private Allowances allowances = Allowances.NOT_STATED;
    private Instant nextLook = Instant.MIN;
    /** For people, who ask from other threads. */
    private volatile Map<Scope, List<Cause>> shown = Map.of();

    private volatile boolean begun;

    /** What the desk has others do. */
    interface Means {
        /** Cancels open orders. */
        void cancel(Predicate<Order> which);

        /** Compares the books with the venue as soon as possible. */
        void compare();

        /** What may be risked now. */
        RiskLimits limits();
    }

    /**
     * Watches nothing yet.
     *
     * @param venue the venue's clock, or null where it states no time
     */
    RiskDesk(
            Session session,
            Books books,
            RiskSettings settings,
            Scribe journal,
            Broadcast broadcast,
            @Nullable VenueClock venue) {
        this.session = session;
        markets = books.markets();
        portfolio = books.portfolio();
        memory = books.memory();
        scopes = settings.scopes();
        this.journal = journal;
        this.broadcast = broadcast;
        breakers = new Breakers(settings.breakers(), session.settings().seed(), this);
        watch = new RiskWatch(markets, memory.performance(), breakers, this::limits);
        clock = new ClockWatch(venue, session.account().name(), broadcast);
        standing = new AccountStanding(session.account().name(), broadcast);
        fills = new FillWatch(markets);
        overdue = new OverdueMarkets(markets, portfolio);
        Deployments named = settings.deployments();
        deployments = named == null ? null : new DeploymentWatch(named, broadcast);
    }

    void use(Means others) {
        means = others;
    }

    private RiskLimits limits() {
        return means == null ? RiskLimits.conservative() : means.limits();
    }

    private Instant now() {
        return session.clock().instant();
    }

    /** The books are as the last run left them, or as the account was found. */
    void begin() {
        memory.performance().begin(now());
        shown = memory.states().all();
        begun = true;
        markets.all().forEach(market -> watch.know(market, now()));
        look();
    }

    void end() {
        if (begun) {
            memory.performance().end(now());
        }
    }

    // ---------------------------------------------------------------- what gates ask

    @Nullable
    Performance performance() {
        return begun ? memory.performance() : null;
    }

    FillWatch fills() {
        return fills;
    }

    /** The most severe state of everything an order belongs to. */
    TradingState state(String strategy, Market market) {
        TradingStates states = memory.states();
        return states.isQuiet() ? TradingState.ACTIVE : states.effective(scopesOf(strategy, market));
    }

    /** Whether only the host may trade what the strategy holds there. */
    boolean isPaused(String strategy, Market market) {
        TradingStates states = memory.states();
        return !states.isQuiet() && states.isPaused(scopesOf(strategy, market));
    }

    /** Whether the way to the venue lets an order through. */
    boolean admits(Cash notional, boolean reducing) {
        CircuitBreaker gateway = breakers.gateway();
        return gateway.state() == CircuitState.CLOSED || gateway.admits(notional, reducing, now());
    }

    /** How far our clock is from the venue's, at least; unknown while that was not read lately. */
    long clockSkewNanos() {
        return clock.skewNanos(now());
    }

    /** Whether the account can trade. */
    AccountStanding standing() {
        return standing;
    }

    /** What the venue may take of the account, as last read. */
    Allowances allowances() {
        return allowances;
    }

    String domainOf(String strategy) {
        return memory.domains().of(strategy);
    }

    /** Why what an order belongs to may not trade freely, in words. */
    String causes(String strategy, Market market) {
        StringBuilder words = new StringBuilder();
        for (Scope scope : scopesOf(strategy, market)) {
            memory.states()
                    .causes(scope)
                    .forEach(cause -> words.append(words.isEmpty() ? "" : "; ")
                            .append(scope)
                            .append(' ')
                            .append(cause.name())
                            .append(" (")
                            .append(cause.why())
                            .append(')'));
        }
        return words.toString();
    }

    private List<Scope> scopesOf(String strategy, Market market) {
        Event event = market.event().orElse(null);
        Scope of = Scope.market(market.id().toString());
        return List.of(
                Scope.ACCOUNT,
                Scope.domain(scopes.domain(market)),
                Scope.strategy(strategy),
                of,
                event == null ? of : Scope.event(event.id().toString()));
    }

    /** Whether an order that was let through may still leave. */
    boolean mayLeave(Order order) {
        Market market = markets.marketOf(order.request().instrument());
        if (market == null || memory.states().isQuiet()) {
            return true;
        }
        return switch (state(order.strategy(), market)) {
            case ACTIVE -> true;
            case REDUCE_ONLY -> !isIncreasing(order);
            case HALTED -> false;
        };
    }

    private boolean isIncreasing(Order order) {
        return !portfolio.isReserved(order.id()) || portfolio.headRoom().classify(order.id()) == OrderClass.INCREASING;
    }

    // ---------------------------------------------------------------- what happens

    /** An order was accepted by the gates and is on its way. */
    void onOrder(Order order) {
        Market market = markets.marketOf(order.request().instrument());
        if (market != null) {
            memory.domains().asked(order.strategy(), market);
        }
        fills.decided(order);
        breakers.onOrder(order.id().toString(), order.request().isReduceOnly(), now());
        lookIfDue();
    }

    void onEvent(OrderEvent event) {
        if (!begun) {
            return;
        }
        event.match(this);
        Order order = event.order();
        if (order.lifecycle() != OrderLifecycle.UNKNOWN) {
            breakers.unknownOrders().onResolved(order.id().toString());
        }
        lookIfDue();
    }

    @Override
    public Done denied(OrderEvent.Denied event) {
        fills.closed(event.order());
        breakers.gateway().onEnded(event.order().id().toString(), false, now());
        return Done.DONE;
    }

    @Override
    public Done rejected(OrderEvent.Rejected event) {
        fills.closed(event.order());
        breakers.onVenueReject(event.order().id().toString(), event.order().strategy(), false, now());
        return Done.DONE;
    }

    @Override
    public Done accepted(OrderEvent.Accepted event) {
        breakers.gateway().onAnswer(event.order().id().toString(), CircuitBreaker.Answer.ACK, now());
        return Done.DONE;
    }

    @Override
    public Done doubted(OrderEvent.Doubted event) {
        Order order = event.order();
        breakers.gateway().onAnswer(order.id().toString(), CircuitBreaker.Answer.DOUBT, now());
        Market market = markets.marketOf(order.request().instrument());
        if (market != null) {
            breakers.unknownOrders()
                    .onUnknown(order.id().toString(), market.id().toString(), order.updatedAt(), now());
        }
        return Done.DONE;
    }

    @Override
    public Done filled(OrderEvent.Filled event) {
        moved(event.order());
        fills.filled(event.order(), event.fill());
        breakers.tradeRate().onFill(now());
        return Done.DONE;
    }

    @Override
    public Done fillConfirmed(OrderEvent.FillConfirmed event) {
        moved(event.order());
        leg(event.order(), false);
        return Done.DONE;
    }

    @Override
    public Done fillReversed(OrderEvent.FillReversed event) {
        moved(event.order());
        fills.reversed(event.fill());
        leg(event.order(), true);
        return Done.DONE;
    }

    private void leg(Order order, boolean failed) {
        Market market = markets.marketOf(order.request().instrument());
        if (market != null) {
            breakers.settlement().onLeg(market.id().toString(), failed, now());
        }
    }

    private void moved(Order order) {
        InstrumentId instrument = order.request().instrument();
        memory.performance().moved(order.strategy(), instrument, now());
        if (!portfolio.deficit(order.strategy(), instrument).isZero()) {
            breakers.ownBug()
                    .onBug(order.strategy(), OwnBug.DEFICIT_POSITION, order.id().toString());
        }
        if (portfolio.balance().settled().isNegative()) {
            breakers.ownBug()
                    .onBug(order.strategy(), OwnBug.NEGATIVE_BALANCE, order.id().toString());
        }
    }

    @Override
    public Done cancelRefused(OrderEvent.CancelRefused event) {
        return Done.DONE;
    }

    @Override
    public Done closed(OrderEvent.Closed event) {
        fills.closed(event.order());
        breakers.gateway().onEnded(event.order().id().toString(), true, now());
        return Done.DONE;
    }

    @Override
    public Done revived(OrderEvent.Revived event) {
        return Done.DONE;
    }

    void onStrategyFault(String strategy, String why) {
        breakers.strategyFault().onFault(strategy, why);
    }

    void onBook(InstrumentId instrument) {
        if (begun) {
            memory.performance().bookChanged(instrument, now());
            fills.bookChanged(instrument, now());
            lookIfDue();
        }
    }

    void onMarket(Market market) {
        portfolio.know(market);
        if (begun) {
            watch.know(market, now());
            market.event().ifPresent(event -> memory.performance().eventChanged(event.id(), now()));
        }
    }

    void onResolved(Market market, Resolution resolution) {
        if (begun) {
            memory.performance().resolved(market, now());
            watch.forget(market);
            breakers.onEnd(market.id().toString());
            retire(market);
        }
    }

    private void retire(Market market) {
        if (!memory.states().isQuiet()) {
            carryOut(memory.states().retire(Scope.market(market.id().toString()), now()));
        }
    }

    /** Shares of a market moved other than by fills. */
    void onHoldings(Market market) {
        if (!begun) {
            return;
        }
        Instant now = now();
        portfolio.positions((strategy, instrument) -> {
            if (market.has(instrument)) {
                memory.performance().moved(strategy, instrument, now);
            }
        });
    }

    /** The books were corrected, wherever. */
    void onCorrected() {
        if (begun) {
            Instant now = now();
            portfolio.positions((strategy, instrument) -> memory.performance().moved(strategy, instrument, now));
            memory.performance().cashMoved(now);
        }
    }

    /** The account was read. */
    void onAccount(AccountSnapshot account) {
        allowances = account.allowances();
    }

    /** Cash moved other than by trading. */
    void onCash() {
        if (begun) {
            memory.performance().cashMoved(now());
        }
    }

    /** A reading of the venue ended. */
    void onRead(boolean complete) {
        breakers.gateway().onProbe(complete, now());
    }

    /** Books and venue agree, by a comparison that began then. */
    void onReconciled(Instant comparedFrom) {
        memory.states().reconciled(comparedFrom, now()).forEach(this::carryOut);
    }

    // ---------------------------------------------------------------- looking, once a second

    private void lookIfDue() {
        if (begun && !now().isBefore(nextLook)) {
            look();
        }
    }

    /** Holds losses, marks, books and clocks against their limits, and what is open against what its deployment may. */
    void look() {
        Instant now = now();
        nextLook = now.plus(EVERY);
        memory.performance().advance(now);
        watch.look(now);
        overdue.look(now, limits().raw(Limit.VOID_AFTER_DAYS));
        clock.look(now, breakers.clock(), Duration.ofNanos(limits().raw(Limit.MAX_CLOCK_SKEW)));
        breakers.onTime(now);
        Means others = means;
        if (deployments != null && others != null) {
            deployments.look(now, order -> isSettledDown(order) && isIncreasing(order), others);
        }
    }

    // ---------------------------------------------------------------- what breakers and people decide

    @Override
    public void onTrip(Trip trip) {
        carryOut(memory.states().trip(trip, now()));
    }

    @Override
    public void onClear(Clear clear) {
        if (!memory.states().isQuiet()) {
            carryOut(memory.states().clear(clear, now()));
        }
    }

    @Override
    public void onCircuit(CircuitChange change) {
        broadcast.alert(
                change.to() == CircuitState.OPEN ? AlertSeverity.CRITICAL : AlertSeverity.INFO,
                "venue.circuit",
                change.circuit(),
                "The way to the venue is " + change.to() + " after " + change.from() + ": " + change.why()
                        + (change.to() == CircuitState.OPEN
                                ? ". Only cancels and readings are sent until a reading succeeds."
                                : "."));
    }

    void stop(Scope scope, Stop how, String who, String why) {
        carryOut(memory.states().stop(scope, how, who, why, now()));
    }

    /** A person is about to end a halt of the account that the gate keeps. */
    void haltEnds(String cause, String who) {
        carryOut(memory.states().endedElsewhere(cause, who, now()));
    }

    Reset reset(Scope scope, List<String> causes, String who, String why) {
        Reset reset = memory.states().reset(scope, causes, who, why, now());
        carryOut(reset.transition());
        causes.forEach(cause -> breakers.onReset(scope, cause));
        return scope.kind() == Scope.Kind.STRATEGY && causes.contains(LOSS_STREAK) && forgive(scope.name(), who, why)
                ? reset.with(LOSS_STREAK, Reset.Answer.CLEARED)
                : reset;
    }

    /** A streak is no cause: it is counted, and what it does depends on limits. */
    private boolean forgive(String strategy, String who, String why) {
        boolean lost = memory.performance().lossStreak(strategy) > 0;
        memory.performance().resetStreak(strategy, who, why, now());
        return lost;
    }

    private void carryOut(Transition transition) {
        if (!transition.isChange()) {
            return;
        }
        for (CauseChange change : transition.changes()) {
            journal.note(new JournalRecord.CauseMoved(change));
            memory.states().apply(change);
        }
        shown = memory.states().all();
        for (TradingAction action : transition.actions()) {
            carryOut(action, transition);
        }
    }

    private void carryOut(TradingAction action, Transition transition) {
        Means others = means;
        if (others == null) {
            return;
        }
        switch (action) {
            // Orders are held against the states again right before they leave.
            case CLOSE_GATE, SILENCE -> {}
            case CANCEL_INCREASING ->
                others.cancel(order -> isIn(transition.scope(), order) && isSettledDown(order) && isIncreasing(order));
            case CANCEL_ALL -> others.cancel(order -> isIn(transition.scope(), order));
            case ALERT -> tell(transition);
            case RECONCILE -> {
                // The start compares anyway.
                if (begun) {
                    others.compare();
                }
            }
            case NEW_BASELINE -> accept(transition);
            case NOTE -> note(transition);
        }
    }

    /** An order in doubt is looked for, and may be sent again, before anything else is done about it. */
    private static boolean isSettledDown(Order order) {
        return order.lifecycle() != OrderLifecycle.UNKNOWN && order.lifecycle() != OrderLifecycle.SUBMITTED;
    }

    boolean isIn(Scope scope, Order order) {
        Market market = markets.marketOf(order.request().instrument());
        return scope.equals(Scope.ACCOUNT) || (market != null && isIn(scope, order.strategy(), market));
    }

    boolean isIn(Scope scope, String strategy, Market market) {
        return scopesOf(strategy, market).contains(scope);
    }

    private void tell(Transition transition) {
        CauseChange change = transition.changes().get(0);
        broadcast.alert(
                transition.after() == TradingState.HALTED ? AlertSeverity.CRITICAL : AlertSeverity.WARNING,
                "risk.tripped",
                transition.scope().toString(),
                change.cause() + ": " + change.why() + ". " + transition.scope() + " is " + transition.after()
                        + (change.recovery() == io.ploy.core.breaker.Recovery.PERSON
                                ? " until a person resets it."
                                : " until there is evidence that it is over."));
    }

    private void note(Transition transition) {
        CauseChange change = transition.changes().get(0);
        broadcast.alert(
                AlertSeverity.INFO,
                "risk.cleared",
                transition.scope().toString(),
                change.cause() + ": " + change.why() + ". " + transition.scope() + " is " + transition.after() + ".");
    }

    private void accept(Transition transition) {
        CauseChange change = transition.changes().get(0);
        PerformanceScope scope = switch (transition.scope().kind()) {
            case STRATEGY -> PerformanceScope.strategy(transition.scope().name());
            case DOMAIN -> PerformanceScope.domain(transition.scope().name());
            default -> PerformanceScope.ACCOUNT;
        };
        if (memory.performance().scopes().contains(scope)) {
            memory.performance().resetBaseline(scope, change.who(), change.why(), now());
        }
    }

    /** Every scope that may not trade freely, and why. Any thread. */
    Map<Scope, List<Cause>> causes() {
        return shown;
    }
}
