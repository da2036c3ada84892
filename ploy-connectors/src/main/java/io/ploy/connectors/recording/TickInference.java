package io.ploy.connectors.recording;

import io.ploy.api.market.TickSize;
import io.ploy.api.money.FixedPoint;
import java.util.List;

/**
 * The price step of a market whose recording does not say it: 0.01 until a price is finer. Once finer it stays so, since
 * prices that happen to be round say nothing.
 */
final class TickInference {
    private static final List<TickSize> STEPS = List.of(TickSize.CENT, TickSize.TENTH_CENT, TickSize.HUNDREDTH_CENT);

    private int current;

    TickSize tickSize() {
        return STEPS.get(current);
    }

    /** Takes in a price; true if the step is now another. Prices must have been checked with {@link #check}. */
    boolean see(long priceMicros) {
        int before = current;
        while (priceMicros % STEPS.get(current).micros() != 0) {
            current++;
        }
        return current != before;
    }

    /** Refuses a price finer than any step the venue has. */
    static void check(long priceMicros) {
        if (priceMicros % TickSize.HUNDREDTH_CENT.micros() != 0) {
            throw new IllegalArgumentException("price off every step: " + FixedPoint.format(priceMicros));
        }
    }
}
