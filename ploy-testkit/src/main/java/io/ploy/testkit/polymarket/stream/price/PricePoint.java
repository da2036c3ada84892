package io.ploy.testkit.polymarket.stream.price;

import java.math.BigDecimal;
import java.time.Instant;

/** A price at its source's time. */
record PricePoint(Instant at, BigDecimal value) {
    private static final int USUAL_DECIMALS = 8;
    private static final int CHAIN_DECIMALS = 18;

    /** As the services give it besides the exact text: what a double holds of it. */
    double rounded() {
        return value.doubleValue();
    }

    /** Exact, with eight decimals or more. */
    String exact() {
        return (value.scale() < USUAL_DECIMALS ? value.setScale(USUAL_DECIMALS) : value).toPlainString();
    }

    /** Exact, as a whole number of 10<sup>-18</sup>. */
    String onChain() {
        return value.movePointRight(CHAIN_DECIMALS).toBigInteger().toString();
    }
}
