package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * The four prices of an interval, in any unit.
 *
 * @param open the first, above 0
 * @param high the highest, at or above open and close
 * @param low the lowest, at or below open and close
 * @param close the last, above 0
 */
@Experimental
public record PriceBar(double open, double high, double low, double close) {
    /** Checks the order of the prices. */
    public PriceBar {
        Arguments.positive("low", low);
        Arguments.finite("high", high);
        if (!(open >= low && open <= high && close >= low && close <= high)) {
            throw new IllegalArgumentException(
                    "open " + open + " or close " + close + " outside low " + low + " to high " + high);
        }
    }
}
