package io.ploy.core.persistence;

import io.ploy.api.market.Resolution;
import io.ploy.api.money.Price;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.persistence.JournalRecord.AlertRaised;
import io.ploy.core.persistence.JournalRecord.CancelAnswered;
import io.ploy.core.persistence.JournalRecord.CancelAsked;
import io.ploy.core.persistence.JournalRecord.CashMoved;
import io.ploy.core.persistence.JournalRecord.DeadLetterRetried;
import io.ploy.core.persistence.JournalRecord.DeadLettered;
import io.ploy.core.persistence.JournalRecord.EvidenceReceived;
import io.ploy.core.persistence.JournalRecord.FillObserved;
import io.ploy.core.persistence.JournalRecord.GateChanged;
import io.ploy.core.persistence.JournalRecord.IllegalEvidence;
import io.ploy.core.persistence.JournalRecord.IntentAccepted;
import io.ploy.core.persistence.JournalRecord.LeaseTaken;
import io.ploy.core.persistence.JournalRecord.MarketObserved;
import io.ploy.core.persistence.JournalRecord.OperationMoved;
import io.ploy.core.persistence.JournalRecord.OperationRequested;
import io.ploy.core.persistence.JournalRecord.OperatorDecided;
import io.ploy.core.persistence.JournalRecord.OrderMoved;
import io.ploy.core.persistence.JournalRecord.OrderPrepared;
import io.ploy.core.persistence.JournalRecord.Reconciled;
import io.ploy.core.persistence.JournalRecord.Redeemed;
import io.ploy.core.persistence.JournalRecord.Resolved;
import io.ploy.core.persistence.JournalRecord.RiskDecided;
import io.ploy.core.persistence.JournalRecord.SendStarted;
import io.ploy.core.persistence.JournalRecord.SessionClosed;
import io.ploy.core.persistence.JournalRecord.SessionStarted;
import io.ploy.core.persistence.JournalRecord.SharesMoved;
import io.ploy.core.persistence.JournalRecord.StrategyStateSaved;
import io.ploy.core.persistence.JournalRecord.Unknown;
import io.ploy.core.portfolio.CashKind;
import java.util.List;

/** Writes records: the kind's number, its version, then its parts. {@link RecordReader} reads the same parts in the same order. */
final class RecordWriter implements RecordCases<ByteSink> {
    private static final int HEADER_BYTES = 2;

    private final ByteSink out;
    private final ValueWriter values;
    private final ChangeWriter changes;
    private int headerAt;

    RecordWriter(ByteSink out) {
        this.out = out;
        values = new ValueWriter(out);
        changes = new ChangeWriter(out, values);
    }

    /** Starts the sink again, leaves that much room at the front, and writes the record behind it. */
    void write(JournalRecord record, int room) {
        out.restart(room + HEADER_BYTES);
        headerAt = room;
        record.match(this);
    }

    @Override
    public ByteSink sessionStarted(SessionStarted record) {
        RunFacts facts = record.factsOrNull();
        header(RecordType.SESSION_STARTED.code(), facts == null ? 1 : 2);
        out.text(record.version());
        out.text(record.configurationDigest());
        out.signed(record.seed());
        out.unsigned(record.epoch());
        if (facts != null) {
            facts(facts);
        }
        return out;
    }

    private void facts(RunFacts facts) {
        out.text(facts.venue());
        values.constant(facts.money());
        out.unsigned(facts.traders().size());
        for (RunFacts.Trader trader : facts.traders()) {
            out.text(trader.name());
            out.text(trader.strategy());
            out.text(trader.deployment());
            out.text(trader.artifactSha256());
            out.text(trader.parametersSha256());
        }
    }

    @Override
    public ByteSink marketObserved(MarketObserved record) {
        int version = ValueWriter.versionOf(record.market());
        header(RecordType.MARKET_OBSERVED.code(), version);
        values.market(record.market(), version);
        return out;
    }

    @Override
    public ByteSink riskDecided(RiskDecided record) {
        RiskAudit audit = record.audit();
        int version = ValueWriter.versionOf(audit.request());
        header(RecordType.RISK_DECIDED.code(), version);
        values.order(audit.order());
        out.text(audit.strategy());
        values.request(audit.request(), version);
        out.unsigned(audit.granted().micros());
        List<RiskAudit.Verdict> verdicts = audit.verdicts();
        out.unsigned(verdicts.size());
        for (int i = 0; i < verdicts.size(); i++) {
            RiskAudit.Verdict verdict = verdicts.get(i);
            out.text(verdict.rule());
            values.constant(verdict.reason());
            out.text(verdict.detail());
        }
        values.instant(audit.at());
        return out;
    }

    @Override
    public ByteSink intentAccepted(IntentAccepted record) {
        boolean bounded = !record.lowest().equals(Price.ZERO);
        int version = bounded ? RecordType.BOUNDED_INTENT : ValueWriter.versionOf(record.request());
        header(RecordType.INTENT_ACCEPTED.code(), version);
        values.order(record.order());
        out.text(record.strategy());
        values.request(record.request(), version);
        if (bounded) {
            out.unsigned(record.lowest().micros());
        }
        return out;
    }

    @Override
    public ByteSink orderPrepared(OrderPrepared record) {
        header(RecordType.ORDER_PREPARED);
        PreparedOrder order = record.order();
        values.order(order.id());
        values.venueOrder(order.venueOrderId());
        values.instant(order.doNotSendAfter());
        out.bytes(order.body());
        out.unsigned(record.attempt());
        return out;
    }

    @Override
    public ByteSink sendStarted(SendStarted record) {
        header(RecordType.SEND_STARTED);
        values.venueOrder(record.order());
        out.unsigned(record.number());
        return out;
    }

    @Override
    public ByteSink evidenceReceived(EvidenceReceived record) {
        header(RecordType.EVIDENCE_RECEIVED);
        OrderEvidence evidence = record.evidence();
        values.venueOrder(evidence.order());
        values.constant(evidence.kind());
        values.optionalQuantity(evidence.matchedOrNull());
        out.text(evidence.text());
        values.instant(evidence.at());
        return out;
    }

    @Override
    public ByteSink fillObserved(FillObserved record) {
        header(RecordType.FILL_OBSERVED);
        FillReport report = record.report();
        values.fill(report.id());
        values.instrument(report.instrument());
        values.constant(report.side());
        out.unsigned(report.price().micros());
        out.unsigned(report.quantity().micros());
        values.optionalCash(report.feeOrNull());
        values.constant(report.status());
        values.instant(report.updatedAt());
        values.instant(report.at());
        return out;
    }

    @Override
    public ByteSink orderMoved(OrderMoved record) {
        header(RecordType.ORDER_MOVED);
        values.order(record.order());
        values.constant(record.from());
        values.constant(record.to());
        values.optionalConstant(record.reasonOrNull());
        out.text(record.detail());
        return out;
    }

    @Override
    public ByteSink illegalEvidence(IllegalEvidence record) {
        header(RecordType.ILLEGAL_EVIDENCE);
        out.text(record.code());
        values.venueOrder(record.order());
        out.text(record.text());
        return out;
    }

    @Override
    public ByteSink cancelAsked(CancelAsked record) {
        header(RecordType.CANCEL_ASKED);
        values.order(record.order());
        return out;
    }

    @Override
    public ByteSink cancelAnswered(CancelAnswered record) {
        header(RecordType.CANCEL_ANSWERED);
        CancelAnswer answer = record.answer();
        values.venueOrder(answer.order());
        values.constant(answer.outcome());
        out.text(answer.text());
        values.instant(answer.at());
        return out;
    }

    @Override
    public ByteSink operationRequested(OperationRequested record) {
        int version = ValueWriter.versionOf(record.operation());
        header(RecordType.OPERATION_REQUESTED.code(), version);
        out.text(record.strategy());
        values.operation(record.operation());
        return out;
    }

    @Override
    public ByteSink operationMoved(OperationMoved record) {
        OperationEvent event = record.event();
        header(RecordType.OPERATION_MOVED.code(), ValueWriter.versionOf(event.operation()));
        values.operation(event.operation());
        values.constant(event.status());
        out.text(event.detail());
        values.instant(event.at());
        return out;
    }

    @Override
    public ByteSink resolved(Resolved record) {
        header(RecordType.RESOLVED);
        Resolution resolution = record.resolution();
        values.marketId(resolution.market());
        out.unsigned(resolution.firstPayout().micros());
        out.unsigned(resolution.secondPayout().micros());
        values.instant(resolution.at());
        return out;
    }

    @Override
    public ByteSink cashMoved(CashMoved record) {
        int version = record.kind() == CashKind.FLOW ? 1 : 2;
        header(RecordType.CASH_MOVED.code(), version);
        out.signed(record.amount().micros());
        out.text(record.why());
        if (version > 1) {
            values.constant(record.kind());
        }
        return out;
    }

    @Override
    public ByteSink redeemed(Redeemed record) {
        header(RecordType.REDEEMED);
        values.operationId(record.operation());
        values.marketId(record.market());
        out.signed(record.payout().micros());
        return out;
    }

    @Override
    public ByteSink gateChanged(GateChanged record) {
        header(RecordType.GATE_CHANGED);
        out.flag(record.open());
        out.text(record.cause());
        out.text(record.who());
        return out;
    }

    @Override
    public ByteSink strategyStateSaved(StrategyStateSaved record) {
        header(RecordType.STRATEGY_STATE_SAVED);
        out.text(record.strategy());
        out.signed(record.state().version());
        out.bytes(record.state().bytes());
        return out;
    }

    @Override
    public ByteSink alertRaised(AlertRaised record) {
        header(RecordType.ALERT_RAISED);
        Alert alert = record.alert();
        values.constant(alert.severity());
        out.text(alert.code());
        out.text(alert.subject());
        out.text(alert.message());
        values.instant(alert.at());
        return out;
    }

    @Override
    public ByteSink sessionClosed(SessionClosed record) {
        header(RecordType.SESSION_CLOSED);
        out.text(record.how());
        return out;
    }

    @Override
    public ByteSink sharesMoved(SharesMoved record) {
        header(RecordType.SHARES_MOVED);
        out.text(record.strategy());
        values.instrument(record.instrument());
        out.signed(record.micros());
        out.signed(record.cost().micros());
        out.text(record.why());
        return out;
    }

    @Override
    public ByteSink reconciled(Reconciled record) {
        header(RecordType.RECONCILED);
        values.constant(record.verdict());
        out.text(record.detail());
        return out;
    }

    @Override
    public ByteSink operatorDecided(OperatorDecided record) {
        header(RecordType.OPERATOR_DECIDED);
        out.text(record.about());
        out.text(record.decision());
        out.text(record.who());
        out.text(record.why());
        return out;
    }

    @Override
    public ByteSink leaseTaken(LeaseTaken record) {
        header(RecordType.LEASE_TAKEN);
        out.unsigned(record.token());
        out.text(record.holder());
        return out;
    }

    @Override
    public ByteSink deadLettered(DeadLettered record) {
        header(RecordType.DEAD_LETTERED);
        out.unsigned(record.sequence());
        out.text(record.error());
        return out;
    }

    @Override
    public ByteSink deadLetterRetried(DeadLetterRetried record) {
        header(RecordType.DEAD_LETTER_RETRIED);
        out.unsigned(record.sequence());
        out.text(record.who());
        return out;
    }

    @Override
    public ByteSink performanceMoved(JournalRecord.PerformanceMoved record) {
        header(RecordType.PERFORMANCE_MOVED.code(), ChangeWriter.versionOf(record.change()));
        record.change().match(changes);
        return out;
    }

    @Override
    public ByteSink causeMoved(JournalRecord.CauseMoved record) {
        header(RecordType.CAUSE_MOVED);
        changes.cause(record.change());
        return out;
    }

    @Override
    public ByteSink unknown(Unknown record) {
        header(record.type(), record.version());
        out.raw(record.bytes());
        return out;
    }

    private void header(RecordType type) {
        header(type.code(), 1);
    }

    private void header(int code, int version) {
        out.setByte(headerAt, code);
        out.setByte(headerAt + 1, version);
    }
}
