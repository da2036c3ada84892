package io.ploy.core.history;

import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.breaker.CauseChange;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.RecordCases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Turns one record after another into rows. */
final class RecordFold implements RecordCases<Folded> {
    /** How long a market that is over is kept: the engine keeps its orders as long. */
    private static final Duration KEEP = Duration.ofHours(6);

    private final Consumer<HistoryRow> rows;
    private final MarketBooks books = new MarketBooks();
    private final MoneyHistory money;
    private final OrderHistory orders;
    private final OperationHistory operations;
    private final RunHistory runs;
    private final Map<Long, DeadLetterRow> deadLetters = new HashMap<>();
    private final ArrayDeque<Over> over = new ArrayDeque<>();
    private RowStamp stamp = new RowStamp(0, Instant.EPOCH);

    private record Over(Instant forgetAt, Market market) {}

    RecordFold(Consumer<HistoryRow> rows) {
        this.rows = rows;
        money = new MoneyHistory(books, rows);
        orders = new OrderHistory(books, money, rows);
        operations = new OperationHistory(money, rows);
        runs = new RunHistory(rows);
    }

    void begin(RowStamp record) {
        stamp = record;
        money.begin(record);
        orders.begin(record);
        forgetWhatIsOver();
    }

    void end() {
        money.end();
        runs.end(stamp);
    }

    private void forgetWhatIsOver() {
        for (Over next = over.peek(); next != null && !next.forgetAt.isAfter(stamp.at()); next = over.peek()) {
            over.poll();
            Market market = next.market;
            orders.forget(market::has);
            MarketBook book = books.find(market.id());
            if (book == null) {
                continue;
            }
            if (book.isFlat() && !orders.hasOpen(market::has) && !operations.hasOpen(market.id())) {
                books.drop(market);
            } else {
                over.add(new Over(stamp.at().plus(KEEP), market));
            }
        }
    }

    @Override
    public Folded sessionStarted(JournalRecord.SessionStarted record) {
        runs.started(record, stamp);
        return Folded.DONE;
    }

    @Override
    public Folded marketObserved(JournalRecord.MarketObserved record) {
        money.observed(record.market());
        MarketBook book = books.find(record.market().id());
        rows.accept(MarketHistory.row(record.market(), book == null ? null : book.resolution(), stamp));
        return Folded.DONE;
    }

    @Override
    public Folded riskDecided(JournalRecord.RiskDecided record) {
        RiskAudit audit = record.audit();
        OrderRequest request = audit.request();
        rows.accept(new RiskRow(
                stamp.sequence(),
                stamp.at(),
                audit.order(),
                audit.strategy(),
                books.marketIdOf(request.instrument()),
                request.instrument(),
                request.side(),
                request.limit(),
                request.sharesAtLimit(),
                audit.granted(),
                audit.allowed(),
                audit.verdicts().stream()
                        .map(verdict -> verdict.rule() + " " + verdict.reason() + ": " + verdict.detail())
                        .collect(Collectors.joining("; "))));
        if (!audit.allowed() && !audit.verdicts().isEmpty()) {
            orders.refused(audit);
        }
        return Folded.DONE;
    }

    @Override
    public Folded intentAccepted(JournalRecord.IntentAccepted record) {
        orders.accepted(record);
        return Folded.DONE;
    }

    @Override
    public Folded orderPrepared(JournalRecord.OrderPrepared record) {
        orders.prepared(record.order());
        return Folded.DONE;
    }

    @Override
    public Folded sendStarted(JournalRecord.SendStarted record) {
        orders.send(record.order(), record.number());
        return Folded.DONE;
    }

    @Override
    public Folded evidenceReceived(JournalRecord.EvidenceReceived record) {
        orders.evidence(record.evidence());
        return Folded.DONE;
    }

    @Override
    public Folded fillObserved(JournalRecord.FillObserved record) {
        orders.fill(record.report());
        return Folded.DONE;
    }

    @Override
    public Folded orderMoved(JournalRecord.OrderMoved record) {
        orders.moved(record);
        return Folded.DONE;
    }

    @Override
    public Folded illegalEvidence(JournalRecord.IllegalEvidence record) {
        orders.illegal(record);
        return Folded.DONE;
    }

    @Override
    public Folded cancelAsked(JournalRecord.CancelAsked record) {
        orders.cancelAsked(record.order());
        return Folded.DONE;
    }

    @Override
    public Folded cancelAnswered(JournalRecord.CancelAnswered record) {
        orders.cancelAnswered(record.answer());
        return Folded.DONE;
    }

    @Override
    public Folded operationRequested(JournalRecord.OperationRequested record) {
        operations.requested(record.strategy(), record.operation(), stamp);
        return Folded.DONE;
    }

    @Override
    public Folded operationMoved(JournalRecord.OperationMoved record) {
        operations.moved(record.event(), stamp);
        return Folded.DONE;
    }

    @Override
    public Folded resolved(JournalRecord.Resolved record) {
        Resolution resolution = record.resolution();
        MarketBook book = books.find(resolution.market());
        Market market = book == null ? null : book.market();
        if (market != null) {
            money.resolved(market, resolution);
            over.add(new Over(stamp.at().plus(KEEP), market));
            rows.accept(MarketHistory.row(market, resolution, stamp));
        }
        return Folded.DONE;
    }

    @Override
    public Folded cashMoved(JournalRecord.CashMoved record) {
        money.moved(record);
        return Folded.DONE;
    }

    @Override
    public Folded redeemed(JournalRecord.Redeemed record) {
        // Follows from the operation's end, which moved cash and shares.
        return Folded.DONE;
    }

    @Override
    public Folded gateChanged(JournalRecord.GateChanged record) {
        int colon = record.cause().indexOf(": ");
        rows.accept(new ControlRow(
                stamp.sequence(),
                stamp.at(),
                ControlRow.Kind.GATE,
                colon < 0 ? record.cause() : record.cause().substring(0, colon),
                record.open() ? "OPENED" : "CLOSED",
                record.who(),
                colon < 0 ? "" : record.cause().substring(colon + 2)));
        return Folded.DONE;
    }

    @Override
    public Folded strategyStateSaved(JournalRecord.StrategyStateSaved record) {
        rows.accept(new StrategyStateRow(stamp.sequence(), stamp.at(), record.strategy(), record.state()));
        return Folded.DONE;
    }

    @Override
    public Folded alertRaised(JournalRecord.AlertRaised record) {
        Alert alert = record.alert();
        rows.accept(new AlertRow(
                stamp.sequence(), stamp.at(), alert.severity(), alert.code(), alert.subject(), alert.message()));
        return Folded.DONE;
    }

    @Override
    public Folded sessionClosed(JournalRecord.SessionClosed record) {
        runs.closed(record, stamp);
        return Folded.DONE;
    }

    @Override
    public Folded sharesMoved(JournalRecord.SharesMoved record) {
        money.shares(record);
        return Folded.DONE;
    }

    @Override
    public Folded reconciled(JournalRecord.Reconciled record) {
        rows.accept(new ControlRow(
                stamp.sequence(),
                stamp.at(),
                ControlRow.Kind.RECONCILIATION,
                "account",
                record.verdict().name(),
                "engine",
                record.detail()));
        return Folded.DONE;
    }

    @Override
    public Folded operatorDecided(JournalRecord.OperatorDecided record) {
        rows.accept(new ControlRow(
                stamp.sequence(),
                stamp.at(),
                ControlRow.Kind.DECISION,
                record.about(),
                record.decision(),
                record.who(),
                record.why()));
        return Folded.DONE;
    }

    @Override
    public Folded leaseTaken(JournalRecord.LeaseTaken record) {
        runs.leaseTaken(record, stamp);
        return Folded.DONE;
    }

    @Override
    public Folded deadLettered(JournalRecord.DeadLettered record) {
        show(new DeadLetterRow(stamp.sequence(), record.sequence(), stamp.at(), record.error(), null, null));
        return Folded.DONE;
    }

    @Override
    public Folded deadLetterRetried(JournalRecord.DeadLetterRetried record) {
        DeadLetterRow before = deadLetters.get(record.sequence());
        if (before != null) {
            show(new DeadLetterRow(
                    stamp.sequence(), before.record(), before.at(), before.error(), record.who(), stamp.at()));
        }
        return Folded.DONE;
    }

    private void show(DeadLetterRow row) {
        deadLetters.put(row.record(), row);
        rows.accept(row);
    }

    @Override
    public Folded performanceMoved(JournalRecord.PerformanceMoved record) {
        // A person's decisions are told by records of their own; the rest follows from fills and books.
        return Folded.DONE;
    }

    @Override
    public Folded causeMoved(JournalRecord.CauseMoved record) {
        CauseChange change = record.change();
        rows.accept(new ControlRow(
                stamp.sequence(),
                stamp.at(),
                ControlRow.Kind.CAUSE,
                change.scope() + " " + change.cause(),
                change.set() ? change.severity().name() : "CLEARED",
                change.who(),
                change.why()));
        return Folded.DONE;
    }

    @Override
    public Folded unknown(JournalRecord.Unknown record) {
        throw new IllegalArgumentException("a kind of record this version of Ploy does not know: " + record);
    }
}
