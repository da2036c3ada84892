package io.ploy.core.persistence;

/**
 * One method for each kind of record.
 *
 * @param <R> what the methods answer
 */
public interface RecordCases<R> {
    /** See {@link JournalRecord.SessionStarted}. */
    R sessionStarted(JournalRecord.SessionStarted record);

    /** See {@link JournalRecord.MarketObserved}. */
    R marketObserved(JournalRecord.MarketObserved record);

    /** See {@link JournalRecord.RiskDecided}. */
    R riskDecided(JournalRecord.RiskDecided record);

    /** See {@link JournalRecord.IntentAccepted}. */
    R intentAccepted(JournalRecord.IntentAccepted record);

    /** See {@link JournalRecord.OrderPrepared}. */
    R orderPrepared(JournalRecord.OrderPrepared record);

    /** See {@link JournalRecord.SendStarted}. */
    R sendStarted(JournalRecord.SendStarted record);

    /** See {@link JournalRecord.EvidenceReceived}. */
    R evidenceReceived(JournalRecord.EvidenceReceived record);

    /** See {@link JournalRecord.FillObserved}. */
    R fillObserved(JournalRecord.FillObserved record);

    /** See {@link JournalRecord.OrderMoved}. */
    R orderMoved(JournalRecord.OrderMoved record);

    /** See {@link JournalRecord.IllegalEvidence}. */
    R illegalEvidence(JournalRecord.IllegalEvidence record);

    /** See {@link JournalRecord.CancelAsked}. */
    R cancelAsked(JournalRecord.CancelAsked record);

    /** See {@link JournalRecord.CancelAnswered}. */
    R cancelAnswered(JournalRecord.CancelAnswered record);

    /** See {@link JournalRecord.OperationRequested}. */
    R operationRequested(JournalRecord.OperationRequested record);

    /** See {@link JournalRecord.OperationMoved}. */
    R operationMoved(JournalRecord.OperationMoved record);

    /** See {@link JournalRecord.Resolved}. */
    R resolved(JournalRecord.Resolved record);

    /** See {@link JournalRecord.CashMoved}. */
    R cashMoved(JournalRecord.CashMoved record);

    /** See {@link JournalRecord.Redeemed}. */
    R redeemed(JournalRecord.Redeemed record);

    /** See {@link JournalRecord.GateChanged}. */
    R gateChanged(JournalRecord.GateChanged record);

    /** See {@link JournalRecord.StrategyStateSaved}. */
    R strategyStateSaved(JournalRecord.StrategyStateSaved record);

    /** See {@link JournalRecord.AlertRaised}. */
    R alertRaised(JournalRecord.AlertRaised record);

    /** See {@link JournalRecord.SessionClosed}. */
    R sessionClosed(JournalRecord.SessionClosed record);

    /** See {@link JournalRecord.SharesMoved}. */
    R sharesMoved(JournalRecord.SharesMoved record);

    /** See {@link JournalRecord.Reconciled}. */
    R reconciled(JournalRecord.Reconciled record);

    /** See {@link JournalRecord.OperatorDecided}. */
    R operatorDecided(JournalRecord.OperatorDecided record);

    /** See {@link JournalRecord.LeaseTaken}. */
    R leaseTaken(JournalRecord.LeaseTaken record);

    /** See {@link JournalRecord.DeadLettered}. */
    R deadLettered(JournalRecord.DeadLettered record);

    /** See {@link JournalRecord.DeadLetterRetried}. */
    R deadLetterRetried(JournalRecord.DeadLetterRetried record);

    /** See {@link JournalRecord.PerformanceMoved}. */
    R performanceMoved(JournalRecord.PerformanceMoved record);

    /** See {@link JournalRecord.CauseMoved}. */
    R causeMoved(JournalRecord.CauseMoved record);

    /** See {@link JournalRecord.Unknown}. */
    R unknown(JournalRecord.Unknown record);
}
