package io.ploy.core.sizing;

import io.ploy.api.money.Cash;
import io.ploy.core.allocation.Fraction;

/** Refuses parameters with which a policy would never buy. */
final class Ranges {
    private Ranges() {}

    static void above(String what, Cash amount) {
        if (amount.micros() <= 0) {
            throw new IllegalArgumentException(what + " of " + amount + " USD, allowed is more than 0");
        }
    }

    static void above(String what, Fraction fraction) {
        if (fraction.isZero()) {
            throw new IllegalArgumentException(what + " of " + fraction + ", allowed is more than 0 %, up to 100 %");
        }
    }
}
