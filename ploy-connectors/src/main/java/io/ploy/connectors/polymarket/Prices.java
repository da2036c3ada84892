package io.ploy.connectors.polymarket;

import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import org.jspecify.annotations.Nullable;

/** The prices on the finest step a market may have, made once each: a book names the same few again and again. */
final class Prices {
    private static final int STEP = 100;
    private static final @Nullable Price[] MADE = new @Nullable Price[(int) (FixedPoint.ONE / STEP) + 1];

    private Prices() {}

    static Price of(long micros) {
        if (micros < 0 || micros > FixedPoint.ONE || micros % STEP != 0) {
            return new Price(micros);
        }
        int index = (int) micros / STEP;
        // Two threads may each make one. They are equal, and what is immutable may be passed on without care.
        Price made = MADE[index];
        if (made == null) {
            made = new Price(micros);
            MADE[index] = made;
        }
        return made;
    }
}
