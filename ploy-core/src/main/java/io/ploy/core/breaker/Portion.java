package io.ploy.core.breaker;

/** Portions of amounts. */
final class Portion {
    static final int WHOLE = 10_000;

    private Portion() {}

    /** That many hundredths of a percent of an amount, rounded down; an amount of any size. */
    static long of(long amount, int basisPoints) {
        return amount / WHOLE * basisPoints + amount % WHOLE * basisPoints / WHOLE;
    }
}
