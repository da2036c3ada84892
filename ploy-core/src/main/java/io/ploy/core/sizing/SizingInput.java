package io.ploy.core.sizing;

import io.ploy.api.money.FixedPoint;

/** A figure that a policy looks at. Money is micros of a USD, a probability or a price micros too. */
public enum SizingInput {
    /** What one share costs at the limit, price and fee, rounded up. Above 0. */
    ALL_IN("all-in price", 1, Long.MAX_VALUE, true),
    /** How likely the strategy holds it that the instrument pays, cautiously. Inside (0, 1). */
    PROBABILITY("probability", 1, FixedPoint.ONE - 1, true),
    /** How far the probability is trusted, 0 to 1; 1 where the strategy does not say. */
    CONFIDENCE("confidence", 0, FixedPoint.ONE, true),
    /** What the account is worth. */
    EQUITY("equity", -Long.MAX_VALUE, Long.MAX_VALUE, true),
    /** What the deployment has to stake: what is allocated to it, with its profit and loss since. Not the account's cash. */
    BANKROLL("bankroll", -Long.MAX_VALUE, Long.MAX_VALUE, true),
    /** The cash that is divided into slots, with what the slots use already. */
    BALANCE("balance", -Long.MAX_VALUE, Long.MAX_VALUE, true),
    /** How many slots others use: a count, not micros. */
    SLOTS_OF_OTHERS("slots of others", 0, Integer.MAX_VALUE, false),
    /** What the slot of this order uses already. */
    USED_BY_SLOT("used by the slot", 0, Long.MAX_VALUE, true),
    /** How far equity is below its peak. */
    DRAWDOWN("drawdown", 0, Long.MAX_VALUE, true),
    /** The drawdown at which trading ends. Above 0. */
    DRAWDOWN_LIMIT("drawdown limit", 1, Long.MAX_VALUE, true),
    /** What was paid for what is held of this outcome, orders included. */
    HELD_IN_OUTCOME("held in the outcome", 0, Long.MAX_VALUE, true),
    /** What was paid for what is held in all outcomes of the event, orders included. */
    HELD_IN_EVENT("held in the event", 0, Long.MAX_VALUE, true),
    /** How many other outcomes of the same exclusive event there are: a count, not micros. */
    OTHER_OUTCOMES("other outcomes", 0, 255, false),
    /** How likely another outcome is. Inside (0, 1). Asked for one by one; absent is no view. */
    OTHER_PROBABILITY("its probability", 1, FixedPoint.ONE - 1, true),
    /** What one share of another outcome costs, price and fee, rounded up. Asked for one by one; absent is no price. */
    OTHER_ALL_IN("its all-in price", 1, Long.MAX_VALUE, true);

    private final String words;
    private final long least;
    private final long most;
    private final boolean micros;

    SizingInput(String words, long least, long most, boolean micros) {
        this.words = words;
        this.least = least;
        this.most = most;
        this.micros = micros;
    }

    boolean admits(long value) {
        return value >= least && value <= most;
    }

    String format(long value) {
        return words + " " + (micros ? FixedPoint.format(value) : Long.toString(value));
    }

    @Override
    public String toString() {
        return words;
    }
}
