package io.ploy.connectors.polymarket.amount;

import io.ploy.api.market.TickSize;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRefusedException;

/** Says why an order cannot be represented, and what can. */
final class Refusals {
    private Refusals() {}

    static OrderRefusedException price(Price price, TickSize tick) {
        return new OrderRefusedException(
                "price " + price + " is no multiple of tick size " + tick + " from " + tick.lowest() + " to "
                        + tick.highest() + nearest(Nearest.priceBelow(price, tick), Nearest.priceAbove(price, tick)));
    }

    static OrderRefusedException shares(Quantity shares, long step, Price limit) {
        String rule = step == Quantity.LOT.micros()
                ? " shares is no multiple of 0.01"
                : " shares bought at once at " + limit
                        + " cost no whole number of cents, as the venue wants of FOK and FAK";
        return new OrderRefusedException(
                shares + rule + nearest(Nearest.below(shares.micros(), step), Nearest.above(shares.micros(), step)));
    }

    static OrderRefusedException spend(long cash, Price limit, TickPrecision precision) {
        if (cash > Steps.LARGEST_SPEND) {
            return tooMuch(cash);
        }
        String rule = cash % Steps.CENT != 0
                ? " pUSD to spend is no whole number of cents"
                : " pUSD to spend at " + limit
                        + " is too little: the shares it must bring, rounded down, imply a price of the limit plus 0.0001 or more";
        return new OrderRefusedException(FixedPoint.format(cash)
                + rule
                + nearest(Nearest.spendBelow(cash, limit, precision), Nearest.spendAbove(cash, limit, precision)));
    }

    static OrderRefusedException tooMuch(long cash) {
        return new OrderRefusedException(FixedPoint.format(cash) + " pUSD to spend is more than the "
                + FixedPoint.format(Steps.LARGEST_SPEND) + " one order can carry");
    }

    private static String nearest(long below, long above) {
        if (below == Nearest.NONE) {
            return "; the nearest legal value is " + FixedPoint.format(above);
        }
        if (above == Nearest.NONE) {
            return "; the nearest legal value is " + FixedPoint.format(below);
        }
        return "; the nearest legal values are " + FixedPoint.format(below) + " and " + FixedPoint.format(above);
    }
}
