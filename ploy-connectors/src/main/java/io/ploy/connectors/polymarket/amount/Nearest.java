package io.ploy.connectors.polymarket.amount;

import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;

/** The legal values on either side of one that is not. */
final class Nearest {
    /** There is none on that side. */
    static final long NONE = -1;

    private Nearest() {}

    static long priceBelow(Price price, TickSize tick) {
        Price below = tick.floor(price);
        return below.micros() == 0 ? NONE : below.micros();
    }

    static long priceAbove(Price price, TickSize tick) {
        Price above = tick.ceil(price);
        return above.micros() > tick.highest().micros() ? NONE : above.micros();
    }

    static long below(long value, long step) {
        long below = value - value % step;
        return below == 0 ? NONE : below;
    }

    static long above(long value, long step) {
        long below = value - value % step;
        return below > Long.MAX_VALUE - step ? NONE : below + step;
    }

    static long spendBelow(long cash, Price limit, TickPrecision precision) {
        for (long cents = cash - cash % Steps.CENT; cents > 0; cents -= Steps.CENT) {
            if (Steps.canSpend(cents, limit, precision)) {
                return cents;
            }
        }
        return NONE;
    }

    /** Ends soon: from about 8 pUSD on, the coarsest tick's worst case, every whole number of cents can be spent. */
    static long spendAbove(long cash, Price limit, TickPrecision precision) {
        for (long cents = cash - cash % Steps.CENT + Steps.CENT; cents <= Steps.LARGEST_SPEND; cents += Steps.CENT) {
            if (Steps.canSpend(cents, limit, precision)) {
                return cents;
            }
        }
        return NONE;
    }
}
