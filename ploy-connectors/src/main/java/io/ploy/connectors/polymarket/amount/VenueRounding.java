package io.ploy.connectors.polymarket.amount;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRefusedException;
import java.math.RoundingMode;

/**
 * The rounding the venue's own clients do unasked: they cut sizes and cash to two decimals and bring prices to the tick's
 * decimals, which for 0.005 and 0.0025 is not yet the tick. For callers who want just that, and say so;
 * {@link OrderAmounts} refuses instead.
 *
 * <p>Exact where the clients calculate with floating-point numbers. In one of 1,960 published examples those are off by one
 * micro.
 *
 * <p><b>Threading.</b> No state; the receiver belongs to the caller.
 */
public final class VenueRounding {
    private VenueRounding() {}

    /**
     * The amounts of an order that may rest.
     *
     * @param side buy or sell
     * @param size shares, cut to lots
     * @param price brought to the nearest decimal the tick has, halves up
     * @param tick the market's price step
     * @param amounts receives the result
     * @throws OrderRefusedException if size or price become zero
     */
    public static void limit(Side side, Quantity size, Price price, TickSize tick, OrderAmounts amounts) {
        long unit = TickPrecision.of(tick).priceUnitMicros();
        long rounded = FixedPoint.divide(price.micros(), unit, RoundingMode.HALF_UP) * unit;
        long shares = size.floorToLot().micros();
        refuseNothing("size", size, shares);
        refuseNothing("price", price, rounded);
        long money = product(shares, rounded);
        amounts.put(side == Side.BUY ? money : shares, side == Side.BUY ? shares : money);
    }

    /**
     * The amounts of an order that spends cash at once (FOK or FAK).
     *
     * @param cash cut to whole cents
     * @param price cut to the decimals the tick has
     * @param tick the market's price step
     * @param amounts receives the result
     * @throws OrderRefusedException if cash or price become zero, or the cash is beyond what fits
     */
    public static void marketBuy(Cash cash, Price price, TickSize tick, OrderAmounts amounts) {
        TickPrecision precision = TickPrecision.of(tick);
        long cents = cash.micros() - cash.micros() % Steps.CENT;
        long rounded = cut(price, precision);
        refuseNothing("amount to spend", cash, cents);
        if (cents > Steps.LARGEST_SPEND) {
            throw Refusals.tooMuch(cents);
        }
        amounts.put(cents, quotient(cents, rounded, precision));
    }

    /**
     * The amounts of an order that sells shares at once (FOK or FAK).
     *
     * @param shares cut to lots
     * @param price cut to the decimals the tick has
     * @param tick the market's price step
     * @param amounts receives the result
     * @throws OrderRefusedException if shares or price become zero
     */
    public static void marketSell(Quantity shares, Price price, TickSize tick, OrderAmounts amounts) {
        long lots = shares.floorToLot().micros();
        long rounded = cut(price, TickPrecision.of(tick));
        refuseNothing("size", shares, lots);
        amounts.put(lots, product(lots, rounded));
    }

    private static long cut(Price price, TickPrecision precision) {
        long rounded = price.micros() - price.micros() % precision.priceUnitMicros();
        refuseNothing("price", price, rounded);
        return rounded;
    }

    private static void refuseNothing(String what, Object given, long rounded) {
        if (rounded <= 0) {
            throw new OrderRefusedException(what + " " + given + " becomes nothing when the venue rounds it");
        }
    }

    /** Shares in lots times a price of at most four decimals: exact, and no step leaves 64 bits. */
    static long product(long lots, long price) {
        return lots / 10_000 * (price / 100);
    }

    /** Cash in cents, at most {@link Steps#LARGEST_SPEND}, by a price of at most four decimals, cut to the tick's amount. */
    static long quotient(long cents, long price, TickPrecision precision) {
        long micros = cents / Steps.CENT * (Steps.CENT * FixedPoint.ONE / 100) / (price / 100);
        return micros - micros % precision.amountUnitMicros();
    }
}
