package io.ploy.core.persistence;

import org.jspecify.annotations.Nullable;

/**
 * The number and the format version of each kind of record. A number is never given to another kind; whoever changes what
 * a kind's bytes mean raises its version and keeps reading the old one.
 */
enum RecordType {
    /** Version 2: with what the run trades with and against. */
    SESSION_STARTED(1, 2),
    /** Version 2: more of the event than its name. */
    MARKET_OBSERVED(2, 2),
    /** Version 2: requests with an open size or a belief. Version 3: and with what they are based on. */
    RISK_DECIDED(3, 3),
    /** Versions 2 and 3: as above. Version 4: and the lowest price it could fill at. */
    INTENT_ACCEPTED(4, 4),
    ORDER_PREPARED(5),
    SEND_STARTED(6),
    EVIDENCE_RECEIVED(7),
    FILL_OBSERVED(8),
    ORDER_MOVED(9),
    ILLEGAL_EVIDENCE(10),
    CANCEL_ASKED(11),
    CANCEL_ANSWERED(12),
    /** Version 2: conversions. */
    OPERATION_REQUESTED(13, 2),
    /** Version 2: as above. */
    OPERATION_MOVED(14, 2),
    RESOLVED(15),
    /** Version 2: what it was. */
    CASH_MOVED(16, 2),
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
    REDEEMED(27),
    /** Version 2: days that began with income or gas. */
    PERFORMANCE_MOVED(28, 2),
    CAUSE_MOVED(29);

    /** The version of an accepted order from which its lowest price is written. */
    static final int BOUNDED_INTENT = 4;

    private static final @Nullable RecordType[] BY_CODE = new @Nullable RecordType[256];

    static {
        for (RecordType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    /** The highest version there is. What says no more than an older version can is written in the older one. */
    private final int latest;

    RecordType(int code) {
        this(code, 1);
    }

    RecordType(int code, int latest) {
        this.code = code;
        this.latest = latest;
    }

    int code() {
        return code;
    }

    static @Nullable RecordType of(int code, int version) {
        RecordType type = BY_CODE[code];
        return type != null && version >= 1 && version <= type.latest ? type : null;
    }
}
