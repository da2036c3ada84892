package io.ploy.api.order;

import io.ploy.api.Stable;

/** How long an order stays. */
@Stable
public enum TimeInForce {
    /** Good till cancelled: rests until it is filled or cancelled. */
    GTC,
    /** Good till date: rests until its time. */
    GTD,
    /** Fill or kill: at once and in full, or not at all. */
    FOK,
    /** Fill and kill: what can be had at once, the rest is dropped. Others call it immediate or cancel. */
    FAK;

    /**
     * Whether such an order can stay on the book.
     *
     * @return true for GTC and GTD
     */
    public boolean rests() {
        return this == GTC || this == GTD;
    }
}
