package io.ploy.connectors.polymarket.amount;

import io.ploy.api.market.TickSize;
import io.ploy.api.order.OrderRefusedException;

/**
 * How many decimals the venue allows at a tick. A price times a size in lots never has more decimals than an amount may
 * have, so a product is never rounded. Source: the tick tables of the venue's clients, November 2026.
 */
enum TickPrecision {
    TENTH(TickSize.TENTH, 100_000, 1_000),
    CENT(TickSize.CENT, 10_000, 100),
    HALF_CENT(TickSize.HALF_CENT, 1_000, 10),
    QUARTER_CENT(TickSize.QUARTER_CENT, 100, 1),
    TENTH_CENT(TickSize.TENTH_CENT, 1_000, 10),
    HUNDREDTH_CENT(TickSize.HUNDREDTH_CENT, 100, 1);

    private static final TickPrecision[] ALL = values();

    private final long tickMicros;
    private final long priceUnitMicros;
    private final long amountUnitMicros;

    TickPrecision(TickSize tick, long priceUnitMicros, long amountUnitMicros) {
        tickMicros = tick.micros();
        this.priceUnitMicros = priceUnitMicros;
        this.amountUnitMicros = amountUnitMicros;
    }

    static TickPrecision of(TickSize tick) {
        for (TickPrecision precision : ALL) {
            if (precision.tickMicros == tick.micros()) {
                return precision;
            }
        }
        throw new OrderRefusedException(
                "tick size " + tick
                        + " is none of the venue's: 0.1, 0.01, 0.005, 0.0025, 0.001, 0.0001; the market's rules were read wrongly or the venue has changed");
    }

    /** The last decimal of a price. At 0.005 and 0.0025 finer than the tick itself. */
    long priceUnitMicros() {
        return priceUnitMicros;
    }

    /** The last decimal of an amount that comes out of a multiplication or division. */
    long amountUnitMicros() {
        return amountUnitMicros;
    }
}
