package io.ploy.strategies.dumphedge;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Quantity;

/** The two outcomes of one window. The naked side is whichever more is held of: after a reversal that may be the hedge. */
final class Pair {
    /** Less than a lot cannot be ordered, so it neither needs a hedge nor is one. */
    private static final long DUST = Quantity.LOT.micros();

    private final Holding first;
    private final Holding second;

    Pair(InstrumentId first, InstrumentId second) {
        this.first = new Holding(first);
        this.second = new Holding(second);
    }

    Holding first() {
        return first;
    }

    Holding second() {
        return second;
    }

    Holding of(InstrumentId instrument) {
        return first.instrument().equals(instrument) ? first : second;
    }

    Holding naked() {
        return first.economic() >= second.economic() ? first : second;
    }

    Holding other(Holding side) {
        return side == first ? second : first;
    }

    /** Complete pairs, in micros. */
    long pairs() {
        return Math.min(first.economic(), second.economic());
    }

    boolean isHeld() {
        return first.economic() > 0 || second.economic() > 0;
    }

    boolean isFlat() {
        return first.economic() < DUST && second.economic() < DUST;
    }

    boolean isBalanced() {
        return Math.abs(first.economic() - second.economic()) < DUST;
    }

    /**
     * What the other side still lacks, taking every open order as if it filled: whichever way a doubt resolves, hedging
     * so much makes nothing worse.
     */
    Quantity owed(FillTrust trust) {
        Holding naked = naked();
        Holding other = other(naked);
        long owed = naked.trusted(trust) - naked.openSales() - other.economic() - other.openBuys();
        return Quantity.ofMicros(Math.max(0, owed)).floorToLot();
    }

    /** What is held in excess and not being dealt with. */
    Quantity surplus() {
        Holding naked = naked();
        Holding other = other(naked);
        long surplus = naked.economic() - naked.openSales() - other.economic() - other.openBuys();
        return Quantity.ofMicros(Math.max(0, surplus)).floorToLot();
    }
}
