package io.ploy.strategies.dumphedge;

/** What becomes of an unhedged side when the window is about to end. */
enum EndPolicy {
    /** The better of hedging and selling, as far as either is allowed; else holding. */
    BEST_OF,
    /** Completes the pair, if that costs no more than is allowed. */
    HEDGE,
    /** Sells, if that loses no more than is allowed. */
    SELL,
    /** Keeps the side to the end. */
    HOLD
}
