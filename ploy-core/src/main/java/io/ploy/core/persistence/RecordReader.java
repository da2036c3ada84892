package io.ploy.core.persistence;

import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.risk.RiskAudit;
import io.ploy.api.strategy.StrategyState;
import io.ploy.api.venue.VenueMoney;
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
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link RecordWriter} wrote. */
final class RecordReader {
    private final ByteSource in = new ByteSource();
    private final ValueReader values = new ValueReader(in);
    private final ChangeReader changes = new ChangeReader(in, values);

    /**
     * Reads one record.
     *
     * @throws IllegalArgumentException if the bytes are no record that was ever written by this version
     */
    JournalRecord read(byte[] bytes, int offset, int length) {
        in.reset(bytes, offset, length);
        int code = in.next();
        int version = in.next();
        RecordType type = RecordType.of(code, version);
        if (type == null) {
            return new Unknown(code, version, in.rest());
        }
        try {
            JournalRecord record = read(type, version);
            if (in.remaining() > 0) {
                throw new IllegalArgumentException(in.remaining() + " bytes too many");
            }
            return record;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException(type + " cannot be read: " + e.getMessage(), e);
        }
    }

    private JournalRecord read(RecordType type, int version) {
        return switch (type) {
            case SESSION_STARTED ->
                new SessionStarted(in.text(), in.text(), in.signed(), in.unsigned(), version < 2 ? null : facts());
            case MARKET_OBSERVED -> new MarketObserved(values.market(version));
            case RISK_DECIDED -> riskDecided(version);
            case INTENT_ACCEPTED ->
                new IntentAccepted(
                        values.order(),
                        in.name(),
                        values.request(version),
                        version < RecordType.BOUNDED_INTENT ? Price.ZERO : values.price());
            case ORDER_PREPARED -> orderPrepared();
            case SEND_STARTED -> new SendStarted(values.venueOrder(), Math.toIntExact(in.unsigned()));
            case EVIDENCE_RECEIVED -> new EvidenceReceived(evidence());
            case FILL_OBSERVED -> new FillObserved(fillReport());
            case ORDER_MOVED -> orderMoved();
            case ILLEGAL_EVIDENCE -> new IllegalEvidence(in.name(), values.venueOrder(), in.text());
            case CANCEL_ASKED -> new CancelAsked(values.order());
            case CANCEL_ANSWERED -> new CancelAnswered(cancelAnswer());
            case OPERATION_REQUESTED -> new OperationRequested(in.name(), values.operation(version));
            case OPERATION_MOVED -> new OperationMoved(operationEvent(version));
            case RESOLVED -> new Resolved(resolution());
            case CASH_MOVED -> cashMoved(version);
            case GATE_CHANGED -> new GateChanged(in.flag(), in.text(), in.text());
            case STRATEGY_STATE_SAVED -> new StrategyStateSaved(in.name(), new StrategyState(in.integer(), in.bytes()));
            case ALERT_RAISED -> new AlertRaised(alert());
            case SESSION_CLOSED -> new SessionClosed(in.text());
            case SHARES_MOVED -> sharesMoved();
            case RECONCILED -> new Reconciled(values.constant(Reconciled.Verdict.class), in.text());
            case OPERATOR_DECIDED -> new OperatorDecided(in.text(), in.text(), in.text(), in.text());
            case LEASE_TAKEN -> new LeaseTaken(in.unsigned(), in.text());
            case PERFORMANCE_MOVED -> new JournalRecord.PerformanceMoved(changes.performance(version));
            case CAUSE_MOVED -> new JournalRecord.CauseMoved(changes.cause());
            case DEAD_LETTERED -> new DeadLettered(in.unsigned(), in.text());
            case REDEEMED -> new Redeemed(values.operationId(), values.marketId(), Cash.ofMicros(in.signed()));
            case DEAD_LETTER_RETRIED -> new DeadLetterRetried(in.unsigned(), in.text());
        };
    }

    private RunFacts facts() {
        String venue = in.text();
        VenueMoney money = values.constant(VenueMoney.class);
        int count = in.count();
        List<RunFacts.Trader> traders = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            traders.add(new RunFacts.Trader(in.text(), in.text(), in.text(), in.text(), in.text()));
        }
        return new RunFacts(venue, money, traders);
    }

    private CashMoved cashMoved(int version) {
        Cash amount = Cash.ofMicros(in.signed());
        String why = in.text();
        return new CashMoved(amount, version == 1 ? CashKind.FLOW : values.constant(CashKind.class), why);
    }

    private SharesMoved sharesMoved() {
        return new SharesMoved(in.name(), values.instrument(), in.signed(), Cash.ofMicros(in.signed()), in.text());
    }

    private RiskDecided riskDecided(int version) {
        ClientOrderId order = values.order();
        String strategy = in.name();
        OrderRequest request = values.request(version);
        Quantity granted = values.quantity();
        int count = in.count();
        List<RiskAudit.Verdict> verdicts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            verdicts.add(new RiskAudit.Verdict(in.name(), values.constant(RiskReason.class), in.text()));
        }
        return new RiskDecided(new RiskAudit(order, strategy, request, granted, verdicts, values.instant()));
    }

    private OrderPrepared orderPrepared() {
        PreparedOrder order = new PreparedOrder(values.order(), values.venueOrder(), values.instant(), in.bytes());
        return new OrderPrepared(order, Math.toIntExact(in.unsigned()));
    }

    private OrderEvidence evidence() {
        return new OrderEvidence(
                values.venueOrder(),
                values.constant(OrderEvidence.Kind.class),
                values.optionalQuantity(),
                in.text(),
                values.instant());
    }

    private FillReport fillReport() {
        return new FillReport(
                values.fill(),
                values.instrument(),
                values.constant(Side.class),
                values.price(),
                values.quantity(),
                values.optionalCash(),
                values.constant(SettlementStatus.class),
                values.instant(),
                values.instant());
    }

    private OrderMoved orderMoved() {
        return new OrderMoved(
                values.order(),
                values.constant(OrderLifecycle.class),
                values.constant(OrderLifecycle.class),
                values.optionalConstant(CloseReason.class),
                in.text());
    }

    private CancelAnswer cancelAnswer() {
        return new CancelAnswer(
                values.venueOrder(), values.constant(CancelAnswer.Outcome.class), in.text(), values.instant());
    }

    private OperationEvent operationEvent(int version) {
        return new OperationEvent(
                values.operation(version), values.constant(Operation.Status.class), in.text(), values.instant());
    }

    private Resolution resolution() {
        return new Resolution(values.marketId(), values.price(), values.price(), values.instant());
    }

    private Alert alert() {
        return new Alert(values.constant(AlertSeverity.class), in.text(), in.text(), in.text(), values.instant());
    }
}
