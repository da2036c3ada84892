package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.strategy.StrategyState;
import io.ploy.core.ledger.IllegalMove;
import io.ploy.core.ledger.LedgerListener;
import io.ploy.core.ledger.OrderLedger;
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.persistence.RecordCases;
import io.ploy.core.risk.TradingHalt;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds what earlier runs knew, by doing again what their journal says they did: the same evidence in the same order
 * gives the same orders, positions and reservations. Nothing is sent, told or written meanwhile.
 */
final class Recovery implements JournalVisitor, RecordCases<Done>, LedgerListener {
    private final Books books;
    private final OrderMoney money;
    private final Map<String, StrategyState> states = new HashMap<>();
    private final Map<Long, DeadLetter> deadLetters = new LinkedHashMap<>();
    private final ArrayDeque<Over> over = new ArrayDeque<>();
    private @Nullable OrderLedger ledger;
    private long epochs;
    private long records;
    private Instant at = Instant.EPOCH;
    private boolean closedInOrder;
    private boolean asked;

    Recovery(Books books, OrderMoney money) {
        this.books = books;
        this.money = money;
    }

    /** A record that could not be processed, and what went wrong. */
    record DeadLetter(Instant at, JournalRecord record, String error, boolean written) {}

    private record Over(Instant forgetAt, Market market) {}

    /**
     * Reads the journal from its first record.
     *
     * @throws JournalException if it holds a record of a kind this version does not know: what it changed is not known
     */
    void run(JournalStore store, OrderLedger into) {
        ledger = into;
        store.replay(this);
    }

    @Override
    public void visit(long sequence, Instant time, JournalRecord record) {
        records++;
        at = time;
        forgetWhatIsOver();
        if (record instanceof JournalRecord.DeadLetterRetried retried) {
            retry(retried.sequence());
        } else if (record instanceof JournalRecord.DeadLettered set) {
            deadLetters.computeIfPresent(
                    set.sequence(), (number, letter) -> new DeadLetter(letter.at, letter.record, letter.error, true));
        } else {
            apply(sequence, time, record);
        }
    }

    private void apply(long sequence, Instant time, JournalRecord record) {
        try {
            record.match(this);
        } catch (JournalException e) {
            throw e;
        } catch (RuntimeException e) {
            deadLetters.put(sequence, new DeadLetter(time, record, String.valueOf(e), false));
        }
    }

    private void retry(long sequence) {
        DeadLetter letter = deadLetters.remove(sequence);
        if (letter != null) {
            apply(sequence, at, letter.record);
            deadLetters.computeIfPresent(
                    sequence, (number, again) -> new DeadLetter(again.at, again.record, again.error, true));
        }
    }

    private void forgetWhatIsOver() {
        for (Over next = over.peek(); next != null && !next.forgetAt.isAfter(at); next = over.peek()) {
            Market market = next.market;
            orders().forget(market::has);
            over.poll();
        }
    }

    private OrderLedger orders() {
        if (ledger == null) {
            throw new IllegalStateException("recovery was not begun");
        }
        return ledger;
    }

    // ---------------------------------------------------------------- what was found

    /** The number of the run that begins now. */
    long nextEpoch() {
        return epochs + 1;
    }

    /** Whether there was a run before. */
    boolean hasHistory() {
        return epochs > 0;
    }

    /** Whether an order or an operation was ever asked for. Until then what the account holds is what it began with. */
    boolean hasAsked() {
        return asked;
    }

    long records() {
        return records;
    }

    /** Whether the last run ended in good order. */
    boolean closedInOrder() {
        return closedInOrder;
    }

    /** When the last record was written. */
    Instant lastAt() {
        return at;
    }

    @Nullable
    StrategyState state(String strategy) {
        return states.get(strategy);
    }

    /** What could not be processed, by sequence. */
    Map<Long, DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** Markets that are resolved and whose orders are still watched, with the time until which they are. */
    void forEachWatched(BiConsumer<Instant, Market> action) {
        over.forEach(next -> action.accept(next.forgetAt, next.market));
    }

    // ---------------------------------------------------------------- records

    @Override
    public Done sessionStarted(JournalRecord.SessionStarted record) {
        epochs = Math.max(epochs, record.epoch());
        closedInOrder = false;
        return Done.DONE;
    }

    @Override
    public Done marketObserved(JournalRecord.MarketObserved record) {
        books.markets().put(record.market());
        books.portfolio().know(record.market());
        return Done.DONE;
    }

    @Override
    public Done riskDecided(JournalRecord.RiskDecided record) {
        return Done.DONE;
    }

    @Override
    public Done intentAccepted(JournalRecord.IntentAccepted record) {
        asked = true;
        orders().accept(record.order(), record.strategy(), record.request(), at);
        money.accepted(record.order(), record.strategy(), record.request(), record.lowest());
        Market market = books.markets().marketOf(record.request().instrument());
        if (market != null) {
            books.memory().domains().asked(record.strategy(), market);
        }
        return Done.DONE;
    }

    @Override
    public Done orderPrepared(JournalRecord.OrderPrepared record) {
        PreparedOrder order = record.order();
        orders().bind(order.id(), order.venueOrderId());
        Market market = orders().order(order.id())
                .map(known -> books.markets().marketOf(known.request().instrument()))
                .orElse(null);
        books.bodies().prepared(order, market == null ? 0 : market.rules().epoch(), at);
        return Done.DONE;
    }

    @Override
    public Done sendStarted(JournalRecord.SendStarted record) {
        ClientOrderId id = idOf(record.order());
        if (id != null) {
            orders().send(id, at);
            books.bodies().sent(id, at);
        }
        return Done.DONE;
    }

    @Override
    public Done evidenceReceived(JournalRecord.EvidenceReceived record) {
        orders().apply(record.evidence(), at);
        return Done.DONE;
    }

    @Override
    public Done fillObserved(JournalRecord.FillObserved record) {
        orders().apply(record.report(), at);
        orders().order(record.report().id().order()).ifPresent(money::afterFill);
        return Done.DONE;
    }

    @Override
    public Done orderMoved(JournalRecord.OrderMoved record) {
        // Evidence is read again and moves by itself; only what Ploy refused by itself is told here alone.
        if (record.to() == OrderLifecycle.DENIED) {
            orders().order(record.order())
                    .filter(order -> order.lifecycle() == OrderLifecycle.PENDING_NEW)
                    .ifPresent(order -> orders().deny(order.id(), RiskReason.NOT_SENT_IN_TIME, record.detail(), at));
        }
        return Done.DONE;
    }

    @Override
    public Done illegalEvidence(JournalRecord.IllegalEvidence record) {
        return Done.DONE;
    }

    @Override
    public Done cancelAsked(JournalRecord.CancelAsked record) {
        orders().askCancel(record.order(), at);
        return Done.DONE;
    }

    @Override
    public Done cancelAnswered(JournalRecord.CancelAnswered record) {
        CancelAnswer answer = record.answer();
        orders().apply(answer, at);
        return Done.DONE;
    }

    @Override
    public Done operationRequested(JournalRecord.OperationRequested record) {
        asked = true;
        books.operations().recovered(record.strategy(), record.operation(), at);
        return Done.DONE;
    }

    @Override
    public Done operationMoved(JournalRecord.OperationMoved record) {
        books.operations().moved(record.event());
        return Done.DONE;
    }

    @Override
    public Done resolved(JournalRecord.Resolved record) {
        MarketId id = record.resolution().market();
        Market market = books.markets().market(id);
        if (market != null) {
            books.markets().resolve(record.resolution());
            books.portfolio().expectPayout(market, record.resolution());
            over.add(new Over(at.plus(Engine.FORGET_AFTER), market));
        }
        return Done.DONE;
    }

    @Override
    public Done cashMoved(JournalRecord.CashMoved record) {
        books.portfolio().move(record.kind(), record.amount());
        return Done.DONE;
    }

    @Override
    public Done sharesMoved(JournalRecord.SharesMoved record) {
        books.portfolio().moveShares(record.strategy(), record.instrument(), record.micros(), record.cost());
        return Done.DONE;
    }

    @Override
    public Done redeemed(JournalRecord.Redeemed record) {
        return Done.DONE;
    }

    @Override
    public Done gateChanged(JournalRecord.GateChanged record) {
        int colon = record.cause().indexOf(": ");
        String cause = colon < 0 ? record.cause() : record.cause().substring(0, colon);
        String why = colon < 0 ? "" : record.cause().substring(colon + 2);
        if (record.open()) {
            books.gate().forget(cause);
        } else {
            books.gate().restore(new TradingHalt(cause, record.who(), why, at));
        }
        return Done.DONE;
    }

    @Override
    public Done strategyStateSaved(JournalRecord.StrategyStateSaved record) {
        states.put(record.strategy(), record.state());
        return Done.DONE;
    }

    @Override
    public Done alertRaised(JournalRecord.AlertRaised record) {
        return Done.DONE;
    }

    @Override
    public Done sessionClosed(JournalRecord.SessionClosed record) {
        closedInOrder = true;
        return Done.DONE;
    }

    @Override
    public Done reconciled(JournalRecord.Reconciled record) {
        return Done.DONE;
    }

    @Override
    public Done operatorDecided(JournalRecord.OperatorDecided record) {
        if (record.decision().equals(Decisions.REOPEN)) {
            books.closed().reopen(InstrumentId.parse(record.about()));
        }
        return Done.DONE;
    }

    @Override
    public Done leaseTaken(JournalRecord.LeaseTaken record) {
        return Done.DONE;
    }

    @Override
    public Done deadLettered(JournalRecord.DeadLettered record) {
        return Done.DONE;
    }

    @Override
    public Done deadLetterRetried(JournalRecord.DeadLetterRetried record) {
        return Done.DONE;
    }

    @Override
    public Done performanceMoved(JournalRecord.PerformanceMoved record) {
        books.memory().performance().apply(record.change());
        return Done.DONE;
    }

    @Override
    public Done causeMoved(JournalRecord.CauseMoved record) {
        books.memory().states().apply(record.change());
        return Done.DONE;
    }

    @Override
    public Done unknown(JournalRecord.Unknown record) {
        throw new JournalException(
                "record " + records + " of the journal is of a kind this version of Ploy does not know (" + record
                        + "), so what it changed is not known; start the version that wrote it, or a newer one");
    }

    private @Nullable ClientOrderId idOf(VenueOrderId order) {
        return orders().order(order).map(Order::id).orElse(null);
    }

    // ---------------------------------------------------------------- what the ledger concludes

    @Override
    public void onEvent(OrderEvent event) {
        event.match(money);
        if (!event.order().isOpen()) {
            books.bodies().closed(event.order().id());
        }
    }

    @Override
    public void onIllegal(IllegalMove code, VenueOrderId order, String text, Instant time) {
        if (code.haltsInstrument()) {
            orders().order(order)
                    .ifPresent(found -> books.closed().close(found.request().instrument(), code + " on " + order));
        }
    }

    @Override
    public void onLookUpWanted(VenueOrderId order, String why) {}

    @Override
    public void onCancelWanted(ClientOrderId order) {}

    @Override
    public void onForeign(VenueOrderId order, String text, Instant time) {}
}
