package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.money.Price;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.api.risk.RiskRule;
import io.ploy.core.ledger.IllegalMove;
import io.ploy.core.ledger.LedgerListener;
import io.ploy.core.ledger.OrderLedger;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.LowestFill;
import io.ploy.core.portfolio.PortfolioLedger;
import io.ploy.core.risk.Asker;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.RiskPipeline;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.risk.TradingGate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an order: risk and reservation, ledger, journal, gateway, and back. Engine thread only.
 *
 * <p>No order leaves before it is durable: it is handed to the gateway only from the journal's callback.
 */
final class OrderDesk implements LedgerListener {
    private static final long MAX_SALT = (1L << 53) - 1;
    private static final Duration CANCEL_AGAIN_AFTER = Duration.ofMillis(500);

    private final Session session;
    private final Books books;
    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private final TradingGate gate;
    private final Scribe journal;
    private final Outbox outbox;
    private final EngineExecutor engine;
    private final Broadcast broadcast;
    private final Fence fence;
    private final RiskDesk riskDesk;
    private final OrderLedger ledger;
    private final OrderMoney money;
    private final OrderAlerts alerts;
    private final SplittableRandom salts;
    private final Set<String> stoppedStrategies = new HashSet<>();
    private final TimerQueue timers;
    private final @Nullable InFlightWatch watch;
    private final @Nullable DoubtDesk doubts;
    private final @Nullable CancelProofs proofs;
    private final EvidenceDesk evidence;
    private final Replacements replacements = new Replacements(this::submit);
    private @Nullable RiskPipeline risk;
    private long numbers;
    private boolean closing;

    OrderDesk(Session session, Books books, OrderLedger ledger, Scribe journal, Outbox outbox, Surroundings runtime) {
        this.session = session;
        this.books = books;
        this.ledger = ledger;
        markets = books.markets();
        portfolio = books.portfolio();
        gate = books.gate();
        this.journal = journal;
        this.outbox = outbox;
        engine = runtime.executor();
        timers = runtime.timers();
        broadcast = runtime.broadcast();
        fence = runtime.fence();
        riskDesk = runtime.riskDesk();
        money = new OrderMoney(markets, portfolio);
        alerts = new OrderAlerts(broadcast, ledger::openOrders);
        salts = salts(session.settings().seed(), session.epoch());
        Supervision supervision = session.supervision();
        watch = supervision == null
                ? null
                : new InFlightWatch(supervision, session.clock(), timers, this::takerDelay, this::overdue);
        doubts = supervision == null
                ? null
                : new DoubtDesk(supervision, session, timers, gate, broadcast, new InDoubt());
        proofs = supervision == null ? null : new CancelProofs(session.clock(), timers, this::lookUp, this::sizeProven);
        money.keepWhile(order -> proofs != null && proofs.isWaiting(order));
        evidence = new EvidenceDesk(session.clock(), ledger, journal, gate, money, proofs, this::touch);
    }

    /**
     * Another run draws other salts, so that what it asks for again is not the same order. Seeds a fixed distance apart would
     * not do: their draws are each other's, a few places on.
     */
    private static SplittableRandom salts(long seed, long epoch) {
        return new SplittableRandom(epoch == 1 ? seed : new SplittableRandom(seed ^ epoch).nextLong());
    }

    /** What the desk runs on. */
    record Surroundings(
            EngineExecutor executor, TimerQueue timers, Broadcast broadcast, Fence fence, RiskDesk riskDesk) {}

    void useRules(RiskSettings settings, List<RiskRule> custom, DeskRiskWorld.Means means) {
        risk = new RiskPipeline(
                settings,
                portfolio,
                new DeskRiskWorld(
                        books,
                        ledger,
                        journal,
                        name -> closing || stoppedStrategies.contains(name),
                        means,
                        session.clock()),
                custom);
    }

    /** The limits in force. */
    RiskLimits limits() {
        return rules().limits();
    }

    RiskPipeline rules() {
        RiskPipeline pipeline = risk;
        if (pipeline == null) {
            throw new IllegalStateException("no risk rules");
        }
        return pipeline;
    }

    Order submit(String strategy, OrderRequest request) {
        return submit(strategy, request, Asker.STRATEGY);
    }

    Order submit(String strategy, OrderRequest request, Asker asker) {
        Instant now = session.clock().instant();
        ClientOrderId id = new ClientOrderId(session.account(), session.epoch(), ++numbers);
        String closed = books.closed().reason(request.instrument());
        if (closed != null) {
            return ledger.acceptDenied(id, strategy, request, RiskReason.TRADING_HALTED, closed, now);
        }
        RiskAudit audit = rules().evaluate(id, strategy, request, now, asker);
        if (!audit.verdicts().isEmpty()) {
            // An order that no rule touched is told by IntentAccepted alone.
            journal.write(new JournalRecord.RiskDecided(audit), now);
        }
        broadcast.risk(audit);
        if (!audit.allowed()) {
            RiskAudit.Verdict last = audit.verdicts().get(audit.verdicts().size() - 1);
            return ledger.acceptDenied(id, strategy, request, last.reason(), last.rule() + ": " + last.detail(), now);
        }
        OrderRequest granted = RiskPipeline.granted(audit);
        Order order = ledger.accept(id, strategy, granted, now);
        Price lowest = LowestFill.of(granted, markets.book(granted.instrument()));
        journal.write(new JournalRecord.IntentAccepted(id, strategy, granted, lowest), now);
        riskDesk.onOrder(order);
        dispatch(order, now);
        return order;
    }

    private void dispatch(Order order, Instant now) {
        OrderRequest request = order.request();
        Market market = markets.marketOf(request.instrument());
        if (market == null) {
            throw new IllegalStateException("no market for " + request.instrument());
        }
        EngineSettings settings = session.settings();
        Duration wait = request.sendWithin()
                .orElse(request.timeInForce().rests() ? settings.restWithin() : settings.takeWithin());
        OrderDraft draft = new OrderDraft(order.id(), 1, request, market, salts.nextLong(MAX_SALT + 1), now);
        long rules = market.rules().epoch();
        outbox.prepare(
                draft,
                now.plus(wait),
                prepared -> prepared(prepared, request.instrument(), rules),
                reason -> drop(order.id(), RiskReason.CANNOT_PREPARE, reason));
    }

    private void prepared(PreparedOrder prepared, InstrumentId instrument, long rules) {
        ledger.bind(prepared.id(), prepared.venueOrderId());
        Instant now = session.clock().instant();
        books.bodies().prepared(prepared, rules, now);
        long sequence = journal.write(new JournalRecord.OrderPrepared(prepared, 1), now);
        engine.begin();
        journal.whenDurable(sequence, () -> {
            engine.execute(() -> send(prepared, instrument, rules));
            engine.end();
        });
    }

    private void send(PreparedOrder prepared, InstrumentId instrument, long rules) {
        ClientOrderId id = prepared.id();
        if (lifecycle(id) != OrderLifecycle.PENDING_NEW) {
            return;
        }
        if (gate.isHalted()) {
            drop(id, RiskReason.TRADING_HALTED, gate.cause());
            return;
        }
        if (!fence.mayAct()) {
            drop(id, RiskReason.LEASE_LOST, "this process may no longer write for the account");
            return;
        }
        if (!ledger.order(id).map(riskDesk::mayLeave).orElse(false)) {
            drop(id, RiskReason.TRADING_HALTED, "trading was stopped where this order belongs before it was sent");
            return;
        }
        Instant now = session.clock().instant();
        if (now.isAfter(prepared.doNotSendAfter())) {
            drop(id, RiskReason.NOT_SENT_IN_TIME, "not sent by " + prepared.doNotSendAfter());
            return;
        }
        Market market = markets.marketOf(instrument);
        if (market == null || market.rules().epoch() != rules) {
            drop(id, RiskReason.NOT_SENT_IN_TIME, "the market's rules changed before the order was sent");
            return;
        }
        if (ledger.send(id, now)) {
            handOver(prepared, now);
        }
    }

    private void handOver(PreparedOrder prepared, Instant now) {
        int number = books.bodies().sent(prepared.id(), now);
        journal.note(new JournalRecord.SendStarted(prepared.venueOrderId(), number), now);
        touch(prepared.id());
        try {
            outbox.send(prepared);
        } catch (RuntimeException e) {
            // Against its contract; whether a byte left is not known.
            evidence.onEvidence(OrderEvidence.of(
                    prepared.venueOrderId(), OrderEvidence.Kind.DOUBT, "the gateway failed: " + e, now));
        }
    }

    private void touch(ClientOrderId id) {
        if (watch != null) {
            ledger.order(id).ifPresent(watch::touch);
        }
    }

    private Duration takerDelay(Order order) {
        Market market = markets.marketOf(order.request().instrument());
        return market == null ? Duration.ZERO : market.rules().takerDelay();
    }

    private void overdue(ClientOrderId id, String text) {
        Instant now = session.clock().instant();
        ledger.order(id)
                .filter(Order::isOpen)
                .flatMap(Order::venueOrderId)
                .ifPresent(name -> evidence.onEvidence(OrderEvidence.of(name, OrderEvidence.Kind.DOUBT, text, now)));
    }

    private void drop(ClientOrderId id, RiskReason reason, String detail) {
        if (lifecycle(id) == OrderLifecycle.PENDING_NEW) {
            ledger.deny(id, reason, detail, session.clock().instant());
        }
    }

    /** Evidence alone does not tell what an order is that an earlier run left open: it is asked for anew. */
    void takeOver() {
        Instant now = session.clock().instant();
        for (Order order : ledger.openOrders()) {
            String why = "an earlier run ended before this order did";
            VenueOrderId name = order.venueOrderId().orElse(null);
            if (name == null) {
                drop(order.id(), RiskReason.NOT_SENT_IN_TIME, why + "; it was never prepared");
                continue;
            }
            if (order.lifecycle() == OrderLifecycle.PENDING_NEW && ledger.send(order.id(), now)) {
                // Durable, so it may have left, whether or not that was written down.
                journal.write(new JournalRecord.SendStarted(name, books.bodies().sent(order.id(), now)), now);
            }
            if (order.lifecycle() == OrderLifecycle.UNKNOWN) {
                doubt(order);
            } else if (ledger.order(order.id()).map(Order::isOpen).orElse(false)) {
                takeOver(order, name, why, now);
            }
        }
    }

    private void takeOver(Order order, VenueOrderId name, String why, Instant now) {
        if (order.lifecycle() == OrderLifecycle.PENDING_NEW || order.lifecycle() == OrderLifecycle.SUBMITTED) {
            evidence.onEvidence(OrderEvidence.of(name, OrderEvidence.Kind.DOUBT, why, now));
        } else {
            touch(order.id());
        }
        if (order.status() == OrderStatus.PENDING_CANCEL) {
            outbox.cancel(name);
        }
    }

    private void doubt(Order order) {
        if (doubts != null) {
            doubts.doubted(order);
            if (order.status() == OrderStatus.PENDING_CANCEL) {
                doubts.cancelAsked(order.id());
            }
        }
    }

    private OrderLifecycle lifecycle(ClientOrderId id) {
        return ledger.order(id).orElseThrow().lifecycle();
    }

    void cancel(ClientOrderId id) {
        Optional<Order> order = ledger.order(id);
        if (order.isEmpty() || !order.get().isOpen()) {
            return;
        }
        if (order.get().lifecycle() == OrderLifecycle.PENDING_NEW) {
            drop(id, RiskReason.CANCELLED_UNSENT, "a cancel was asked for before the order was sent");
            return;
        }
        Instant now = session.clock().instant();
        journal.note(new JournalRecord.CancelAsked(id), now);
        if (ledger.askCancel(id, now)) {
            sendCancel(id);
        }
        if (doubts != null) {
            doubts.cancelAsked(id);
        }
        touch(id);
    }

    /** Cancels an order and submits another for what is left once it is gone. */
    void replace(Order old, OrderRequest replacement) {
        replacements.ask(old, replacement);
        if (old.isOpen()) {
            cancel(old.id());
        }
        ledger.order(old.id()).ifPresent(this::replaceIfGone);
    }

    private void replaceIfGone(Order order) {
        if (!order.isOpen() && (proofs == null || !proofs.isWaiting(order))) {
            replacements.gone(order);
        }
    }

    private void sendCancel(ClientOrderId id) {
        ledger.order(id).flatMap(Order::venueOrderId).ifPresent(outbox::cancel);
    }

    void cancelAll(String strategy) {
        ledger.openOrders(strategy).forEach(order -> cancel(order.id()));
    }

    void cancelAll() {
        ledger.openOrders().forEach(order -> cancel(order.id()));
    }

    void stop(String strategy, String why) {
        stoppedStrategies.add(strategy);
        cancelAll(strategy);
        riskDesk.onStrategyFault(strategy, why);
    }

    void cancel(Predicate<Order> which) {
        ledger.openOrders().stream().filter(which).forEach(order -> cancel(order.id()));
    }

    /** Takes no new orders and cancels those that are open. */
    void close() {
        closing = true;
        cancelAll();
    }

    /** Whether it takes no new orders any more. */
    boolean isClosing() {
        return closing;
    }

    /** Takes no new orders and leaves those that are open. */
    void closeDoor() {
        closing = true;
    }

    /** Lets go of the closed orders of a market that is over; evidence of them counts as foreign from then on. */
    void forget(Market market) {
        ledger.forget(market::has);
    }

    /** What comes back from the venue. */
    EvidenceDesk evidence() {
        return evidence;
    }

    void onLookedUp(LookUp lookUp) {
        if (doubts != null) {
            doubts.onLookedUp(lookUp);
        }
        if (proofs != null) {
            proofs.onLookedUp(lookUp);
        }
    }

    private void sizeProven(ClientOrderId id) {
        ledger.order(id).ifPresent(order -> {
            money.afterFill(order);
            replaceIfGone(order);
        });
    }

    /** Something of the account may have been missed. */
    void onGap() {
        if (doubts != null) {
            doubts.gap();
        }
    }

    void lookUp(VenueOrderId order) {
        ledger.order(order)
                .ifPresent(known -> outbox.lookUp(order, known.request().instrument(), known.createdAt()));
    }

    Optional<Order> openOrder(VenueOrderId order) {
        return ledger.order(order).filter(Order::isOpen);
    }

    /** From when on trades may matter that were not seen to their end. */
    Instant unsettledSince(Instant latest) {
        return ledger.unsettledSince(latest);
    }

    Optional<Order> order(ClientOrderId id) {
        return ledger.order(id);
    }

    Optional<InstrumentId> instrumentOf(VenueOrderId order) {
        return ledger.order(order).map(found -> found.request().instrument());
    }

    List<Order> openOrders() {
        return ledger.openOrders();
    }

    List<Order> openOrders(String strategy) {
        return ledger.openOrders(strategy);
    }

    @Override
    public void onEvent(OrderEvent event) {
        Order order = event.order();
        event.match(money);
        if (!order.isOpen()) {
            books.bodies().closed(order.id());
        }
        event.match(alerts);
        riskDesk.onEvent(event);
        supervise(order);
        if (event instanceof OrderEvent.Revived) {
            cancel(order.id());
        }
        broadcast.order(event);
        replaceIfGone(order);
    }

    private void supervise(Order order) {
        if (watch != null) {
            watch.touch(order);
        }
        if (doubts == null) {
            return;
        }
        if (order.lifecycle() == OrderLifecycle.UNKNOWN) {
            doubt(order);
        } else {
            doubts.settled(order.id());
        }
    }

    @Override
    public void onIllegal(IllegalMove code, VenueOrderId order, String text, Instant at) {
        journal.write(new JournalRecord.IllegalEvidence(code.name(), order, text));
        String message = code + ": " + text + ". ";
        if (code.haltsAccount()) {
            gate.halt("illegal-evidence", "ledger", code + " on " + order);
            message += "Trading is halted. Find out who else signs with this key before releasing it.";
        } else if (code.haltsInstrument()) {
            ledger.order(order)
                    .ifPresent(found -> books.closed().close(found.request().instrument(), code + " on " + order));
            message += "The instrument is closed to new orders until a person decides.";
        } else {
            message += "It was counted and recorded.";
        }
        broadcast.alert(
                code.haltsAccount() || code.haltsInstrument() ? AlertSeverity.CRITICAL : AlertSeverity.WARNING,
                "order.illegal",
                order.value(),
                message);
    }

    @Override
    public void onLookUpWanted(VenueOrderId order, String why) {
        lookUp(order);
    }

    @Override
    public void onCancelWanted(ClientOrderId order) {
        Instant again = session.clock().instant().plus(CANCEL_AGAIN_AFTER);
        timers.set(again, () -> {
            if (ledger.order(order).map(Order::isOpen).orElse(false)) {
                sendCancel(order);
            }
        });
    }

    @Override
    public void onForeign(VenueOrderId order, String text, Instant at) {
        broadcast.alert(
                AlertSeverity.WARNING,
                "order.foreign",
                order.value(),
                "Evidence of an order that this engine did not make: " + text
                        + ". It is not part of the books; find out who made it.");
    }

    /** What can be done about an order in doubt. */
    private final class InDoubt implements DoubtDesk.Means {
        @Override
        public Order order(ClientOrderId id) {
            return ledger.order(id).orElseThrow();
        }

        @Override
        public void lookUp(Order order) {
            order.venueOrderId().ifPresent(OrderDesk.this::lookUp);
        }

        @Override
        public Instant lastSent(ClientOrderId id) {
            SentBodies.Sent sent = books.bodies().get(id);
            return sent == null ? order(id).createdAt() : sent.lastSent();
        }

        @Override
        public boolean resend(ClientOrderId id) {
            Order order = order(id);
            SentBodies.Sent sent = books.bodies().get(id);
            Instant now = session.clock().instant();
            if (sent == null || !mayResend(order, sent, now) || !ledger.send(id, now)) {
                return false;
            }
            handOver(sent.order(), now);
            return true;
        }

        private boolean mayResend(Order order, SentBodies.Sent sent, Instant now) {
            Supervision supervision = session.supervision();
            Market market = markets.marketOf(order.request().instrument());
            boolean wanted = !closing
                    && fence.mayAct()
                    && !gate.isHalted()
                    && !stoppedStrategies.contains(order.strategy())
                    && order.status() != OrderStatus.PENDING_CANCEL;
            boolean partlyTaken =
                    !order.request().timeInForce().rests() && !order.matched().isZero();
            return supervision != null
                    && wanted
                    && !partlyTaken
                    && sent.sends() <= supervision.resends()
                    && market != null
                    && market.rules().epoch() == sent.rules()
                    && !now.isAfter(sent.order().doNotSendAfter());
        }

        @Override
        public void cancel(ClientOrderId id) {
            OrderDesk.this.cancel(id);
        }

        @Override
        public void conclude(Order order, String text) {
            // What it executed was read with the rounds; the rest is not there.
            OrderEvidence.Kind kind =
                    order.matched().isZero() ? OrderEvidence.Kind.ABSENT : OrderEvidence.Kind.CANCELLED;
            order.venueOrderId()
                    .ifPresent(name -> evidence.onEvidence(
                            OrderEvidence.of(name, kind, text, session.clock().instant())));
        }
    }
}
