package io.ploy.connectors.polymarket.order;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;

/**
 * Whether amounts that are about to be signed are what was asked: as many shares or as much money, and a price between them
 * that is the limit. Multiplies back instead of computing the amounts again.
 */
final class AmountCheck {
    /** The finest price step there is. What a share costs may exceed the limit by less than that, for rounding's sake. */
    private static final long FINEST = TickSize.HUNDREDTH_CENT.micros();

    private AmountCheck() {}

    /**
     * Compares amounts with what was asked.
     *
     * @param maker what the order gives, in micros
     * @param taker what the order wants, in micros
     * @throws io.ploy.api.order.OrderRefusedException naming the amount that is wrong
     */
    static void check(OrderRequest request, TickSize tick, long maker, long taker) {
        if (!tick.admits(request.limit())) {
            throw Refusal.of(
                    "limit",
                    request.limit(),
                    "a multiple of " + tick + " from " + tick.lowest() + " to " + tick.highest());
        }
        positive(OrderField.MAKER_AMOUNT, maker);
        positive(OrderField.TAKER_AMOUNT, taker);
        long limit = request.limit().micros();
        if (request.size() instanceof OrderSize.Shares shares) {
            boolean buys = request.side() == Side.BUY;
            OrderField share = buys ? OrderField.TAKER_AMOUNT : OrderField.MAKER_AMOUNT;
            OrderField money = buys ? OrderField.MAKER_AMOUNT : OrderField.TAKER_AMOUNT;
            checkShares(
                    share,
                    money,
                    buys ? taker : maker,
                    buys ? maker : taker,
                    shares.quantity().micros(),
                    limit);
        } else {
            checkSpend(maker, taker, ((OrderSize.Spend) request.size()).cash().micros(), limit, step(tick));
        }
    }

    private static void positive(OrderField field, long micros) {
        if (micros <= 0) {
            throw Refusal.of(field, micros, "1 to " + Long.MAX_VALUE + " micros");
        }
    }

    private static void checkShares(
            OrderField share, OrderField money, long shares, long cash, long asked, long limit) {
        if (shares != asked) {
            throw Refusal.of(share, shares, "the " + asked + " micro-shares asked for");
        }
        if (compare(cash, FixedPoint.ONE, shares, limit) != 0) {
            throw Refusal.of(money, cash, "the shares times the limit, " + shares + " x " + limit + " / 1000000");
        }
    }

    private static void checkSpend(long cash, long shares, long asked, long limit, long step) {
        if (cash != asked) {
            throw Refusal.of(OrderField.MAKER_AMOUNT, cash, "the " + asked + " micros to be spent");
        }
        boolean tooMany = compare(shares, limit, cash, FixedPoint.ONE) > 0;
        boolean tooFew = compare(shares + step, limit, cash, FixedPoint.ONE) <= 0;
        boolean tooDear = compare(cash, FixedPoint.ONE, shares, limit + FINEST) >= 0;
        if (tooMany || tooFew || tooDear || shares % step != 0) {
            throw Refusal.of(
                    OrderField.TAKER_AMOUNT,
                    shares,
                    "what " + cash + " micros buy at the limit of " + limit + " micros, rounded down to " + step
                            + " micro-shares, and less than " + FINEST + " micros a share above the limit");
        }
    }

    /** What amounts are rounded to: the last decimal of the tick, and two decimals more for the shares. */
    private static long step(TickSize tick) {
        long power = 1;
        while (tick.micros() % (power * 10) == 0) {
            power *= 10;
        }
        return Math.max(1, power / 100);
    }

    /** Compares a × b with c × d without overflow. */
    private static int compare(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }
}
