package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.api.risk.RiskRule;
import io.ploy.core.ledger.IllegalMove;
import io.ploy.core.ledger.LedgerListener;
import io.ploy.core.ledger.OrderLedger;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.PortfolioLedger;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.RiskPipeline;
import io.ploy.core.risk.RiskWorld;
import io.ploy.core.risk.TradingGate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
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
    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private final TradingGate gate;
    private final Scribe journal;
    private final Outbox outbox;
    private final EngineExecutor engine;
    private final Broadcast broadcast;
    private final OrderLedger ledger;
    private final SplittableRandom salts;
    private final Set<String> stoppedStrategies = new HashSet<>();
    private final Map<InstrumentId, String> closedInstruments = new HashMap<>();
    private final TimerQueue timers;
    private @Nullable RiskPipeline risk;
    private long numbers;
    private boolean closing;

    OrderDesk(
            Session session,
            MarketStore markets,
            PortfolioLedger portfolio,
            TradingGate gate,
            Scribe journal,
            Outbox outbox,
            Surroundings runtime) {
        this.session = session;
        this.markets = markets;
        this.portfolio = portfolio;
        this.gate = gate;
        this.journal = journal;
        this.outbox = outbox;
        engine = runtime.executor();
        timers = runtime.timers();
        broadcast = runtime.broadcast();
        ledger = new OrderLedger(markets, this);
        salts = new SplittableRandom(session.settings().seed());
    }

    /** What the desk runs on. */
    record Surroundings(EngineExecutor executor, TimerQueue timers, Broadcast broadcast) {}

    void useRules(RiskLimits limits, List<RiskRule> custom) {
        risk = new RiskPipeline(limits, portfolio, new World(), custom);
    }

    Order submit(String strategy, OrderRequest request) {
        Instant now = session.clock().instant();
        ClientOrderId id = new ClientOrderId(session.account(), session.epoch(), ++numbers);
        String closed = closedInstruments.get(request.instrument());
        if (closed != null) {
            return ledger.acceptDenied(id, strategy, request, RiskReason.TRADING_HALTED, closed, now);
        }
        RiskPipeline pipeline = risk;
        if (pipeline == null) {
            throw new IllegalStateException("no risk rules");
        }
        RiskAudit audit = pipeline.evaluate(id, strategy, request, now);
        if (!audit.verdicts().isEmpty()) {
            // An order that no rule touched is told by IntentAccepted alone.
            journal.write(new JournalRecord.RiskDecided(audit));
        }
        broadcast.risk(audit);
        if (!audit.allowed()) {
            RiskAudit.Verdict last = audit.verdicts().get(audit.verdicts().size() - 1);
            return ledger.acceptDenied(id, strategy, request, last.reason(), last.rule() + ": " + last.detail(), now);
        }
        OrderRequest granted = RiskPipeline.granted(audit);
        Order order = ledger.accept(id, strategy, granted, now);
        journal.write(new JournalRecord.IntentAccepted(id, strategy, granted));
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
        long sequence = journal.write(new JournalRecord.OrderPrepared(prepared, 1));
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
            journal.write(new JournalRecord.SendStarted(prepared.venueOrderId(), 1));
            try {
                outbox.send(prepared);
            } catch (RuntimeException e) {
                // Against its contract; whether a byte left is not known.
                onEvidence(OrderEvidence.of(
                        prepared.venueOrderId(), OrderEvidence.Kind.DOUBT, "the gateway failed: " + e, now));
            }
        }
    }

    private void drop(ClientOrderId id, RiskReason reason, String detail) {
        if (lifecycle(id) == OrderLifecycle.PENDING_NEW) {
            ledger.deny(id, reason, detail, session.clock().instant());
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
        journal.write(new JournalRecord.CancelAsked(id));
        if (ledger.askCancel(id, session.clock().instant())) {
            sendCancel(id);
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

    void stop(String strategy) {
        stoppedStrategies.add(strategy);
        cancelAll(strategy);
    }

    /** Takes no new orders and cancels those that are open. */
    void close() {
        closing = true;
        cancelAll();
    }

    /** Lets go of the closed orders of a market that is over; evidence of them counts as foreign from then on. */
    void forget(Market market) {
        ledger.forget(market::has);
    }

    void onEvidence(OrderEvidence evidence) {
        journal.write(new JournalRecord.EvidenceReceived(evidence));
        ledger.apply(evidence, session.clock().instant());
    }

    void onFill(FillReport report) {
        journal.write(new JournalRecord.FillObserved(report));
        ledger.apply(report, session.clock().instant());
        ledger.order(report.id().order())
                .filter(order -> !order.isOpen() && order.unattributed().isZero())
                .ifPresent(order -> portfolio.release(order.id()));
    }

    void onCancelAnswer(CancelAnswer answer) {
        journal.write(new JournalRecord.CancelAnswered(answer));
        ledger.apply(answer, session.clock().instant());
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
        event.match(new Bookkeeping());
        broadcast.order(event);
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
                    .ifPresent(found -> closedInstruments.put(found.request().instrument(), code + " on " + order));
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
        outbox.lookUp(order);
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

    /** Keeps the portfolio in step before anybody hears of the event. */
    private final class Bookkeeping implements OrderEvent.Cases<Done> {
        @Override
        public Done denied(OrderEvent.Denied event) {
            return released(event);
        }

        @Override
        public Done rejected(OrderEvent.Rejected event) {
            return released(event);
        }

        @Override
        public Done accepted(OrderEvent.Accepted event) {
            return Done.DONE;
        }

        @Override
        public Done doubted(OrderEvent.Doubted event) {
            reserveAgain(event.order());
            broadcast.alert(
                    AlertSeverity.WARNING,
                    "order.unknown",
                    event.order().id().toString(),
                    "It is not known whether the venue has this order: "
                            + event.order().detail() + ". Its exposure stays reserved until evidence comes.");
            return Done.DONE;
        }

        @Override
        public Done filled(OrderEvent.Filled event) {
            portfolio.book(event.order().strategy(), event.fill());
            if (event.fill().late()) {
                broadcast.alert(
                        AlertSeverity.WARNING,
                        "fill.late",
                        event.order().id().toString(),
                        "A fill came after the order was closed. It is booked.");
            }
            return Done.DONE;
        }

        @Override
        public Done fillConfirmed(OrderEvent.FillConfirmed event) {
            portfolio.confirm(event.fill());
            return Done.DONE;
        }

        @Override
        public Done fillReversed(OrderEvent.FillReversed event) {
            portfolio.reverse(event.fill());
            broadcast.alert(
                    AlertSeverity.CRITICAL,
                    "settlement.reversed",
                    event.order().id().toString(),
                    "A fill of " + event.fill().quantity() + " shares did not settle and was taken back.");
            return Done.DONE;
        }

        @Override
        public Done cancelRefused(OrderEvent.CancelRefused event) {
            return Done.DONE;
        }

        @Override
        public Done closed(OrderEvent.Closed event) {
            return released(event);
        }

        @Override
        public Done revived(OrderEvent.Revived event) {
            reserveAgain(event.order());
            broadcast.alert(
                    AlertSeverity.CRITICAL,
                    "order.revived",
                    event.order().id().toString(),
                    "The venue shows an order open that was thought closed. A cancel was asked for.");
            cancel(event.order().id());
            return Done.DONE;
        }

        /** What the venue says matched stays reserved until its fills are seen. */
        private Done released(OrderEvent event) {
            Order order = event.order();
            Market market = markets.marketOf(order.request().instrument());
            if (order.unattributed().isZero() || market == null) {
                portfolio.release(order.id());
            } else {
                OrderRequest awaited = order.request().withQuantity(order.unattributed());
                portfolio.reserve(order.id(), order.strategy(), awaited, market);
            }
            return Done.DONE;
        }

        private void reserveAgain(Order order) {
            Market market = markets.marketOf(order.request().instrument());
            if (market != null
                    && !portfolio.isReserved(order.id())
                    && !order.remaining().isZero()) {
                portfolio.reserve(
                        order.id(), order.strategy(), order.request().withQuantity(order.remaining()), market);
            }
        }
    }

    /** What the risk rules look at. */
    private final class World implements RiskWorld {
        @Override
        public @Nullable Market marketOf(InstrumentId instrument) {
            return markets.marketOf(instrument);
        }

        @Override
        public OrderBook book(InstrumentId instrument) {
            return markets.book(instrument);
        }

        @Override
        public boolean journalWritable() {
            return journal.isWritable();
        }

        @Override
        public boolean halted() {
            return gate.isHalted();
        }

        @Override
        public String haltCause() {
            return gate.cause();
        }

        @Override
        public boolean strategyStopped(String strategy) {
            return closing || stoppedStrategies.contains(strategy);
        }

        @Override
        public int openOrders(String strategy) {
            return ledger.openCount(strategy);
        }

        @Override
        public boolean unknownOrder(String strategy, Market market) {
            return ledger.hasUnknown(strategy, market::has);
        }
    }
}
