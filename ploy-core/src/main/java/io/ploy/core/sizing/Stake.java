package io.ploy.core.sizing;

import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;

/** Amounts to be staked, in micros, and what they buy. Everything rounds down; all arguments are 0 or more. */
final class Stake {
    private Stake() {}

    /** Shares for an amount. */
    static long shares(long amount, long allIn) {
        if (amount <= 0) {
            return 0;
        }
        // More than any order asks for, and more than a number holds.
        if (amount / allIn >= Long.MAX_VALUE / FixedPoint.ONE) {
            return Long.MAX_VALUE;
        }
        return FixedPoint.mulDiv(amount, FixedPoint.ONE, allIn, RoundingMode.FLOOR);
    }

    /** What a confidence in micros leaves of an amount. */
    static long trusted(long amount, long confidence) {
        return FixedPoint.mulDiv(amount, confidence, FixedPoint.ONE, RoundingMode.FLOOR);
    }

    /**
     * A part of an amount.
     *
     * @param numerator of the part in micros, at most the divisor × 1,000,000
     * @param divisor above 0
     */
    static long part(long amount, long numerator, long divisor) {
        // Whole USD apart from the rest, so that the products of usual stakes fit into a long.
        long whole = FixedPoint.mulDiv(amount / FixedPoint.ONE, numerator, divisor, RoundingMode.FLOOR);
        long rest = FixedPoint.mulDiv(
                amount % FixedPoint.ONE, numerator, Math.multiplyExact(divisor, FixedPoint.ONE), RoundingMode.FLOOR);
        return whole + rest;
    }
}
