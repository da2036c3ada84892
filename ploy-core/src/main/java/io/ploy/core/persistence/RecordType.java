package io.ploy.core.persistence;

import org.jspecify.annotations.Nullable;

/**
 * The number and the format version of each kind of record. A number is never given to another kind; whoever changes what
 * a kind's bytes mean raises its version and keeps reading the old one.
 */
enum RecordType {
    SESSION_STARTED(1),
    MARKET_OBSERVED(2),
    RISK_DECIDED(3),
    INTENT_ACCEPTED(4),
    ORDER_PREPARED(5),
    SEND_STARTED(6),
    EVIDENCE_RECEIVED(7),
    FILL_OBSERVED(8),
    ORDER_MOVED(9),
    ILLEGAL_EVIDENCE(10),
    CANCEL_ASKED(11),
    CANCEL_ANSWERED(12),
    OPERATION_REQUESTED(13),
    OPERATION_MOVED(14),
    RESOLVED(15),
    CASH_MOVED(16),
    GATE_CHANGED(17),
    STRATEGY_STATE_SAVED(18),
    ALERT_RAISED(19),
    SESSION_CLOSED(20),
    SHARES_MOVED(21),
    RECONCILED(22),
    OPERATOR_DECIDED(23),
    LEASE_TAKEN(24),
    DEAD_LETTERED(25),
    DEAD_LETTER_RETRIED(26),
    REDEEMED(27);

    private static final @Nullable RecordType[] BY_CODE = new @Nullable RecordType[256];

    static {
        for (RecordType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    int version() {
        return 1;
    }

    static @Nullable RecordType of(int code, int version) {
        RecordType type = BY_CODE[code];
        return type != null && type.version() == version ? type : null;
    }
}
