package io.ploy.core.history;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.history.OrderEventRow.Kind;
import io.ploy.core.ledger.IllegalMove;
import io.ploy.core.ledger.LedgerListener;
import io.ploy.core.ledger.OrderLedger;
import io.ploy.core.persistence.JournalRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Orders, what happened to them and their fills, by the same ledger that traded them. */
final class OrderHistory implements LedgerListener {
    private final MarketBooks books;
    private final FillBooking booking;
    private final Consumer<HistoryRow> rows;
    private final OrderLedger ledger;
    /** When fills were first seen, by instrument; what is told of one later has a later time. */
    private final Map<InstrumentId, Map<FillId, Instant>> firstSeen = new HashMap<>();

    private RowStamp stamp = new RowStamp(0, Instant.EPOCH);

    OrderHistory(MarketBooks books, FillBooking booking, Consumer<HistoryRow> rows) {
        this.books = books;
        this.booking = booking;
        this.rows = rows;
        ledger = new OrderLedger(books, this);
    }

    void begin(RowStamp record) {
        stamp = record;
    }

    boolean hasOpen(Predicate<InstrumentId> instruments) {
        return ledger.openOrders().stream()
                .anyMatch(order -> instruments.test(order.request().instrument()));
    }

    void forget(Predicate<InstrumentId> instruments) {
        ledger.forget(instruments);
        firstSeen.keySet().removeIf(instruments);
    }

    void refused(RiskAudit audit) {
        RiskAudit.Verdict last = audit.verdicts().get(audit.verdicts().size() - 1);
        String detail = last.rule() + ": " + last.detail();
        show(ledger.acceptDenied(audit.order(), audit.strategy(), audit.request(), last.reason(), detail, stamp.at()));
    }

    void accepted(JournalRecord.IntentAccepted record) {
        show(ledger.accept(record.order(), record.strategy(), record.request(), stamp.at()));
        event(record.order(), Kind.ACCEPTED, "", record.request().toString());
    }

    void prepared(PreparedOrder order) {
        ledger.bind(order.id(), order.venueOrderId());
        show(order.id());
        event(order.id(), Kind.PREPARED, "", "not to be sent after " + order.doNotSendAfter());
    }

    void send(VenueOrderId order, int number) {
        ledger.order(order).ifPresent(known -> ledger.send(known.id(), stamp.at()));
        show(order);
        event(order, Kind.SEND, Integer.toString(number), "");
    }

    void evidence(OrderEvidence evidence) {
        ledger.apply(evidence, stamp.at());
        show(evidence.order());
        String matched = evidence.matched().map(shares -> "matched " + shares).orElse("");
        event(evidence.order(), Kind.EVIDENCE, evidence.kind().name(), joined(matched, evidence.text()));
    }

    void fill(FillReport report) {
        Order order = ledger.order(report.id().order()).orElse(null);
        rows.accept(new SettlementRow(
                stamp.sequence(),
                stamp.at(),
                report.id(),
                order == null ? null : order.id(),
                order == null ? null : order.strategy(),
                books.marketIdOf(report.instrument()),
                report.instrument(),
                report.status(),
                report.feeOrNull(),
                report.updatedAt()));
        ledger.apply(report, stamp.at());
        show(report.id().order());
    }

    void moved(JournalRecord.OrderMoved record) {
        // Evidence is read again and moves by itself; only what Ploy refused by itself is told here alone.
        Order order = ledger.order(record.order()).orElse(null);
        if (record.to() == OrderLifecycle.DENIED && order != null && order.lifecycle() == OrderLifecycle.PENDING_NEW) {
            ledger.deny(order.id(), RiskReason.NOT_SENT_IN_TIME, record.detail(), stamp.at());
            show(order.id());
        }
        String reason = record.reason().map(Enum::name).orElse("");
        event(
                record.order(),
                Kind.MOVED,
                record.to().name(),
                joined("from " + record.from() + (reason.isEmpty() ? "" : ", " + reason), record.detail()));
    }

    void illegal(JournalRecord.IllegalEvidence record) {
        event(record.order(), Kind.ILLEGAL, record.code(), record.text());
    }

    void cancelAsked(ClientOrderId order) {
        ledger.askCancel(order, stamp.at());
        show(order);
        event(order, Kind.CANCEL_ASKED, "", "");
    }

    void cancelAnswered(CancelAnswer answer) {
        ledger.apply(answer, stamp.at());
        show(answer.order());
        event(answer.order(), Kind.CANCEL_ANSWERED, answer.outcome().name(), answer.text());
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ": " + second;
    }

    private void event(ClientOrderId id, Kind kind, String outcome, String detail) {
        event(ledger.order(id).orElse(null), id, null, new What(kind, outcome, detail));
    }

    private void event(VenueOrderId id, Kind kind, String outcome, String detail) {
        event(ledger.order(id).orElse(null), null, id, new What(kind, outcome, detail));
    }

    private record What(Kind kind, String outcome, String detail) {}

    private void event(@Nullable Order order, @Nullable ClientOrderId id, @Nullable VenueOrderId venueId, What what) {
        InstrumentId instrument = order == null ? null : order.request().instrument();
        rows.accept(new OrderEventRow(
                stamp.sequence(),
                stamp.at(),
                order == null ? id : order.id(),
                order == null ? venueId : order.venueOrderId().orElse(null),
                order == null ? null : order.strategy(),
                instrument == null ? null : books.marketIdOf(instrument),
                instrument,
                what.kind(),
                what.outcome(),
                what.detail()));
    }

    private void show(ClientOrderId id) {
        ledger.order(id).ifPresent(this::show);
    }

    private void show(VenueOrderId id) {
        ledger.order(id).ifPresent(this::show);
    }

    private void show(Order order) {
        OrderRequest request = order.request();
        Cash spend = request.size() instanceof OrderSize.Spend size ? size.cash() : null;
        rows.accept(new OrderRow(
                stamp.sequence(),
                order.id(),
                order.venueOrderId().orElse(null),
                order.strategy(),
                books.marketIdOf(request.instrument()),
                request.instrument(),
                request.side(),
                request.sharesAtLimit(),
                spend,
                request.limit(),
                request.timeInForce(),
                request.expiresAt().orElse(null),
                request.isPostOnly(),
                request.isReduceOnly(),
                request.reason(),
                order.status(),
                order.matched(),
                order.economic(),
                order.confirmed(),
                order.notional(),
                order.fees(),
                order.closeReason().orElse(null),
                order.detail(),
                order.createdAt(),
                order.updatedAt()));
    }

    @Override
    public void onEvent(OrderEvent event) {
        if (event instanceof OrderEvent.Filled filled) {
            booking.book(filled.order().strategy(), filled.fill());
            show(filled.order(), filled.fill());
        } else if (event instanceof OrderEvent.FillConfirmed confirmed) {
            booking.confirm(confirmed.order().strategy(), confirmed.fill());
            show(confirmed.order(), confirmed.fill());
        } else if (event instanceof OrderEvent.FillReversed reversed) {
            booking.reverse(reversed.order().strategy(), reversed.fill());
            show(reversed.order(), reversed.fill());
        }
    }

    private void show(Order order, Fill fill) {
        Instant first = firstSeen
                .computeIfAbsent(fill.instrument(), any -> new HashMap<>())
                .computeIfAbsent(fill.id(), any -> fill.at());
        rows.accept(new FillRow(
                stamp.sequence(),
                fill.id(),
                fill.order(),
                order.strategy(),
                books.marketIdOf(fill.instrument()),
                fill.instrument(),
                fill.side(),
                fill.price(),
                fill.quantity(),
                fill.notional(),
                fill.fee(),
                fill.role(),
                fill.settlement(),
                fill.late(),
                first,
                stamp.at()));
    }

    @Override
    public void onIllegal(IllegalMove code, VenueOrderId order, String text, Instant at) {
        // The engine wrote a record of it.
    }

    @Override
    public void onLookUpWanted(VenueOrderId order, String why) {
        // What was asked then was answered then.
    }

    @Override
    public void onCancelWanted(ClientOrderId order) {
        // What was asked then was answered then.
    }

    @Override
    public void onForeign(VenueOrderId order, String text, Instant at) {
        // Shown as an event of an order that is not known.
    }
}
