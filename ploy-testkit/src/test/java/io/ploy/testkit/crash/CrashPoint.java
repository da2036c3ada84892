package io.ploy.testkit.crash;

import io.ploy.testkit.crash.Crash.When;

/** Where a process that trades is killed. Those of the wire are the venue's to tell; the others are passed in the process. */
enum CrashPoint {
    JOURNAL_FIRST(When.OPENING, "append SessionStarted", 1, "nothing was written yet"),
    JOURNAL_BEGUN(When.OPENING, "appended SessionStarted", 1, "the first record is on its way to the disk"),
    OPENING_CASH(When.OPENING, "append CashMoved", 1, "the session is written, what the account holds is not"),
    OPENED(When.OPENING, "appended CashMoved", 1, "what the account holds is written"),
    CONNECTING(When.OPENING, "connect", 1, "the session is written, the gateway is not started"),
    STREAM_CAME(When.OPENING, "stream", 1, "the account's stream came, the engine does not know"),
    FIRST_COMPARISON(When.OPENING, "swept", 1, "the first lists were read, nothing was compared"),

    INTENT_UNWRITTEN(When.TRADING, "append IntentAccepted", 4, "an intent is reserved, not written"),
    INTENT_WRITTEN(When.TRADING, "appended IntentAccepted", 4, "an intent is written, not prepared"),
    SIGNING(When.TRADING, "prepare", 4, "an order is about to be signed"),
    SIGNED(When.TRADING, "prepared", 4, "an order is signed, not written"),
    PREPARED_UNWRITTEN(When.TRADING, "append OrderPrepared", 4, "an order is about to be written"),
    PREPARED_IN_MEMORY(When.TRADING, "appended OrderPrepared", 4, "an order is written, perhaps not durable"),
    PREPARED_DURABLE(When.TRADING, "durable OrderPrepared", 4, "an order is durable, the engine does not know"),
    PREPARED_TOLD(When.TRADING, "told OrderPrepared", 4, "an order is durable, the engine was told"),
    SEND_UNWRITTEN(When.TRADING, "append SendStarted", 4, "an order is durable, its send is not noted"),
    SEND_WRITTEN(When.TRADING, "appended SendStarted", 4, "a send is noted, nothing was handed over"),
    HANDING_OVER(When.TRADING, "send", 4, "an order is about to be handed to the gateway"),
    HANDED_OVER(When.TRADING, "sent", 4, "an order was handed to the gateway"),
    WIRE_ORDER_LOST(When.TRADING, "wire order lost", 4, "an order's bytes left, and the venue never sees them"),
    WIRE_ORDER_ARRIVED(When.TRADING, "wire order arrived", 4, "the venue read an order, and takes it afterwards"),
    WIRE_ORDER_ANSWERED(When.TRADING, "wire order answered", 4, "the venue took an order; its answer finds nobody"),
    ANSWER_CAME(When.TRADING, "evidence", 8, "evidence came, the engine does not know"),
    ANSWER_PASSED_ON(When.TRADING, "evidence passed on", 8, "evidence is queued for the engine"),
    EVIDENCE_UNWRITTEN(When.TRADING, "append EvidenceReceived", 8, "evidence is read, not written"),
    EVIDENCE_WRITTEN(When.TRADING, "appended EvidenceReceived", 8, "evidence is written, not acted on"),
    MOVE_UNWRITTEN(When.TRADING, "append OrderMoved", 8, "an order moved, which is not written"),
    MOVE_WRITTEN(When.TRADING, "appended OrderMoved", 8, "an order's move is written, the strategy does not know"),
    FILL_CAME(When.TRADING, "fill", 3, "a fill came, the engine does not know"),
    FILL_UNWRITTEN(When.TRADING, "append FillObserved", 3, "a fill is read, not written"),
    FILL_WRITTEN(When.TRADING, "appended FillObserved", 3, "a fill is written, not booked"),
    FILL_FINAL(When.TRADING, "final fill", 2, "a fill became final, the engine does not know"),
    CANCEL_UNWRITTEN(When.TRADING, "append CancelAsked", 2, "a cancel is wanted, not written"),
    CANCEL_WRITTEN(When.TRADING, "appended CancelAsked", 2, "a cancel is written, not handed over"),
    CANCELLING(When.TRADING, "cancel", 2, "a cancel is about to be handed to the gateway"),
    CANCEL_HANDED_OVER(When.TRADING, "cancelled", 2, "a cancel was handed to the gateway"),
    WIRE_CANCEL_LOST(When.TRADING, "wire cancel lost", 2, "a cancel's bytes left, and the venue never sees them"),
    WIRE_CANCEL_ARRIVED(
            When.TRADING, "wire cancel arrived", 2, "the venue read a cancel, and carries it out afterwards"),
    WIRE_CANCEL_ANSWERED(When.TRADING, "wire cancel answered", 2, "the venue cancelled; its answer finds nobody"),
    CANCEL_ANSWER_CAME(When.TRADING, "cancel answer", 2, "a cancel's answer came, the engine does not know"),
    CANCEL_ANSWER_UNWRITTEN(When.TRADING, "append CancelAnswered", 2, "a cancel's answer is read, not written"),
    CANCEL_ANSWER_WRITTEN(When.TRADING, "appended CancelAnswered", 2, "a cancel's answer is written, not acted on"),
    STATE_WRITTEN(When.TRADING, "appended StrategyStateSaved", 2, "a strategy's memory is written"),
    SWEEP_CAME(When.TRADING, "swept", 2, "lists were read while trading, nothing was compared"),
    BALANCES_CAME(When.TRADING, "was read", 1, "balances were read while trading, nothing was compared"),

    OPERATION_UNWRITTEN(When.TRADING, "append OperationRequested", 1, "a split is reserved, not written"),
    OPERATION_WRITTEN(When.TRADING, "appended OperationRequested", 1, "a split is written, perhaps not durable"),
    OPERATION_DURABLE(When.TRADING, "durable OperationRequested", 1, "a split is durable, the engine does not know"),
    EXECUTING(When.TRADING, "execute", 1, "a split is about to be handed over"),
    EXECUTED(When.TRADING, "executed", 1, "a split was handed over"),
    WIRE_OPERATION_ARRIVED(When.TRADING, "wire operation arrived", 1, "the relayer read a split, and carries it out"),
    WIRE_OPERATION_ANSWERED(
            When.TRADING, "wire operation answered", 1, "the relayer took a split; its answer finds nobody"),
    OPERATION_SUBMITTED(When.TRADING, "operation SUBMITTED", 1, "a split is with the chain, the engine does not know"),
    OPERATION_CONFIRMED(When.TRADING, "operation CONFIRMED", 1, "a split is done, the engine does not know"),
    OPERATION_MOVE_WRITTEN(When.TRADING, "appended OperationMoved", 1, "a split's move is written, not booked"),

    STOP_CANCELLING(When.STOPPING, "cancel", 1, "it ends, and the first cancel is about to leave"),
    STOP_CANCEL_WRITTEN(When.STOPPING, "appended CancelAsked", 2, "it ends, and a cancel is written"),
    STOP_CANCEL_ANSWERED(When.STOPPING, "cancel answer", 1, "it ends, and a cancel's answer came"),
    STOP_LOOKING(When.STOPPING, "sweep", 1, "it ends, and looks at the venue's list"),
    STOP_CLOSING(When.STOPPING, "append SessionClosed", 1, "all is done but the last record"),
    STOP_CLOSED(When.STOPPING, "appended SessionClosed", 1, "the last record is written, perhaps not durable"),
    STOP_JOURNAL_CLOSED(When.STOPPING, "closed", 1, "the journal is closed"),

    RECOVERY_BEGINS(When.RECOVERING, "replay", 1, "it is started again, and reads the first record"),
    RECOVERY_READS(When.RECOVERING, "replay", 40, "it is started again, and reads on"),
    RECOVERY_READ(When.RECOVERING, "replayed", 1, "it has read everything, and written nothing"),
    RECOVERY_UNWRITTEN(When.RECOVERING, "append SessionStarted", 1, "the new session is about to be written"),
    RECOVERY_WRITTEN(When.RECOVERING, "appended SessionStarted", 1, "the new session is written"),
    RECOVERY_CONNECTED(When.RECOVERING, "connected", 1, "the gateway is started, nothing was taken over"),
    RECOVERY_DOUBTS(When.RECOVERING, "appended EvidenceReceived", 1, "the first doubt is written"),
    RECOVERY_SWEEPS(When.RECOVERING, "sweep", 1, "the lists are asked for"),
    RECOVERY_SWEPT(When.RECOVERING, "swept", 1, "the lists came, nothing was compared"),
    RECOVERY_LOOKS(When.RECOVERING, "look up", 1, "the first order in doubt is looked up"),
    RECOVERY_LOOKED(When.RECOVERING, "looked up", 1, "the first look-up ended, the engine does not know"),
    RECOVERY_READS_BALANCES(When.RECOVERING, "read", 1, "balances are asked for"),
    RECOVERY_COMPARED(When.RECOVERING, "appended Reconciled", 1, "the verdict of the comparison is written"),
    RECOVERY_CANCELS(When.RECOVERING, "cancel", 1, "the first cancel is about to leave"),
    RECOVERY_RESUMES(When.RECOVERING, "resume", 1, "an operation is about to be looked for"),
    RECOVERY_RESUMED(When.RECOVERING, "resumed", 1, "an operation is looked for"),
    RECOVERY_CLOSES(When.RECOVERING, "append SessionClosed", 1, "all is decided, and the last record is not written");

    private final When when;
    private final String step;
    private final int passage;
    private final String sentence;

    CrashPoint(When when, String step, int passage, String sentence) {
        this.when = when;
        this.step = step;
        this.passage = passage;
        this.sentence = sentence;
    }

    When when() {
        return when;
    }

    String step() {
        return step;
    }

    /** At which passage it strikes, unless said otherwise: when there is something to lose. */
    int passage() {
        return passage;
    }

    String sentence() {
        return sentence;
    }

    boolean isOfTheWire() {
        return step.startsWith("wire ");
    }

    /** Whether it is passed only by accounts that split and merge. */
    boolean isOfOperations() {
        return name().contains("OPERATION") || name().startsWith("EXECUT") || name().startsWith("RECOVERY_RESUME");
    }
}
