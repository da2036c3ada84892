package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * Turns bookmakers' odds into the probabilities they imply, margin included. {@link DeVig} takes the margin out.
 *
 * <p><b>Threading.</b> Pure functions.
 */
@Experimental
public final class Odds {
    private Odds() {}

    /**
     * Decimal odds from American: 1 + a/100 for a &gt; 0, 1 + 100/|a| for a &lt; 0.
     *
     * @param american a, at least 100 or at most −100
     * @return above 1
     * @throws IllegalArgumentException for NaN and between −100 and 100
     */
    public static double decimalFromAmerican(double american) {
        if (!(Math.abs(Arguments.finite("American odds", american)) >= 100)) {
            throw new IllegalArgumentException("American odds between -100 and 100: " + american);
        }
        return american > 0 ? 1 + american / 100 : 1 - 100 / american;
    }

    /**
     * The probability decimal odds imply: π = 1/o.
     *
     * @param decimal o, above 1
     * @return above 0 and below 1
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double implied(double decimal) {
        if (!(Arguments.finite("decimal odds", decimal) > 1)) {
            throw new IllegalArgumentException("decimal odds not above 1: " + decimal);
        }
        return 1 / decimal;
    }
}
