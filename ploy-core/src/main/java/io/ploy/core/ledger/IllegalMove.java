package io.ploy.core.ledger;

import io.ploy.api.notify.AlertSeverity;
import org.jspecify.annotations.Nullable;

/**
 * What the tables do not allow. Each is counted and reported; money in the evidence is booked all the same. The
 * constants' comments say what must follow beyond that.
 */
public enum IllegalMove {
    /** An order was seen at the venue before it was sent. Halts the account: another signs with this key, or state is damaged. */
    SEEN_BEFORE_SENT("X1", Halt.ACCOUNT, "somebody else signs with this key, or state is damaged"),
    /** An order that Ploy refused, or proved never sent, was seen at the venue. Halts the account. */
    DENIED_BUT_SEEN("X2", Halt.ACCOUNT, "an order that was never sent is at the venue"),
    /** An order was to be sent a second time. Refused inside the process; a bug. Halts nothing. */
    SECOND_SEND("X3", Halt.NOTHING, "refused inside the process; a bug"),
    /** A refused order was seen at the venue. Halts nothing: the order is in doubt, and that refusal is no longer definite. */
    REFUSED_BUT_ACCEPTED("X4", Halt.NOTHING, "the order is in doubt; that refusal is no longer trusted"),
    /** An order known to be accepted was refused. Halts nothing: state is kept and the order is looked up. */
    ACCEPTED_BUT_REFUSED("X5", Halt.NOTHING, "state is kept; the order is looked up"),
    /** An order was to be denied after it was sent. Refused inside the process; a bug. Halts nothing. */
    LATE_DENY("X6", Halt.NOTHING, "refused inside the process; a bug"),
    /** An order without a date expired. Halts nothing: it is treated as cancelled. */
    EXPIRY_WITHOUT_DATE("X7", Halt.NOTHING, "treated as cancelled by the venue"),
    /** An order that rests was killed. Halts nothing: it closes as cancelled once a look-up confirms. */
    KILL_OF_RESTING("X8", Halt.NOTHING, "closes as CANCELLED after a look-up confirms"),
    /** A confirmed fill is to be retried. Halts the instrument until the trade was read again. */
    RETRY_AFTER_CONFIRM("S1", Halt.INSTRUMENT, "not applied; the trade is read again"),
    /** A confirmed fill failed. Halts the instrument until the trade was read again. */
    FAIL_AFTER_CONFIRM("S2", Halt.INSTRUMENT, "not applied; the trade is read again"),
    /** A failed fill is alive. Halts the instrument until the trade was read again. */
    ALIVE_AFTER_FAIL("S3", Halt.INSTRUMENT, "not applied; the trade is read again"),
    /** A fill came back with another size or price. Halts the instrument until the trade was read again. */
    AMOUNT_CHANGED("S4", Halt.INSTRUMENT, "not applied; the trade is read again");

    private final String code;

    private final Halt halt;
    private final String consequence;

    IllegalMove(String code, Halt halt, String consequence) {
        this.code = code;
        this.halt = halt;
        this.consequence = consequence;
    }

    /**
     * The short code, as tables and logs show it.
     *
     * @return X1 to X8 for orders, S1 to S4 for settlement
     */
    public String code() {
        return code;
    }

    /**
     * How soon a person must look.
     *
     * @return the severity of the alert, now for every one of them: either state is wrong or Ploy is
     */
    public AlertSeverity severity() {
        return AlertSeverity.CRITICAL;
    }

    /**
     * Whether all trading of the account must stop until a person looked.
     *
     * @return true for X1 and X2
     */
    public boolean haltsAccount() {
        return halt == Halt.ACCOUNT;
    }

    /**
     * Whether new risk on the instrument must wait until evidence agrees.
     *
     * @return true for S1 to S4
     */
    public boolean haltsInstrument() {
        return halt == Halt.INSTRUMENT;
    }

    /**
     * What follows, for people.
     *
     * @return one line
     */
    public String consequence() {
        return consequence;
    }

    static @Nullable IllegalMove ofCode(String code) {
        for (IllegalMove move : values()) {
            if (move.code.equals(code)) {
                return move;
            }
        }
        return null;
    }

    private enum Halt {
        NOTHING,
        INSTRUMENT,
        ACCOUNT
    }
}
