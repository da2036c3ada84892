package io.ploy.core.portfolio;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import java.math.RoundingMode;

/**
 * The worst an order can cost, or bring, for any size of it. A size is micro-shares, or micros of cash for an order that
 * spends.
 *
 * <p>For a number of shares the limit is the worst price, since price plus fee rises with the price under every schedule
 * there can be. For an amount of cash it is not: cheaper shares are more shares, and their fee is larger. An order for shares
 * that does not rest is carried out by the cash at its limit, so its fee is the larger of both.
 */
final class OrderCost {
    /** What a fee is counted in, 0.00001 USD. */
    private static final long FEE_UNIT = 10;

    /** An unknown fee is not zero: it is the highest there can be. */
    private static final FeeSchedule UNKNOWN = new FeeSchedule(FixedPoint.ONE, 1, false);

    private final boolean buys;
    private final boolean spends;
    private final boolean ofCash;
    private final Price limit;
    private final FeeSchedule fees;
    private final long lowestMicros;

    private OrderCost(boolean buys, boolean spends, boolean ofCash, Price limit, FeeSchedule fees, long lowestMicros) {
        this.buys = buys;
        this.spends = spends;
        this.ofCash = ofCash;
        this.limit = limit;
        this.fees = fees;
        this.lowestMicros = lowestMicros;
    }

    /**
     * The cost of an order.
     *
     * @param lowest the lowest price it can fill at, see {@link LowestFill}, zero if not known
     */
    static OrderCost of(OrderRequest request, Market market, Price lowest) {
        FeeSchedule schedule = market.rules().fees().orElse(UNKNOWN);
        boolean free = request.isPostOnly() && schedule.takerOnly();
        long tick = market.rules().tickSize().micros();
        return new OrderCost(
                request.side() == Side.BUY,
                request.size() instanceof OrderSize.Spend,
                LowestFill.isOfCash(request),
                request.limit(),
                free ? FeeSchedule.FREE : schedule,
                Math.min(
                        schedule.exponent() == 0 ? Math.max(tick, lowest.micros()) : lowest.micros(),
                        request.limit().micros()));
    }

    boolean buys() {
        return buys;
    }

    boolean spends() {
        return spends;
    }

    /** Shares at the limit. */
    long shares(long size) {
        return spends ? FixedPoint.mulDiv(size, FixedPoint.ONE, limit.micros(), RoundingMode.FLOOR) : size;
    }

    /** The most that is paid in all, or the least that is received after fees. */
    long cash(long size) {
        if (spends) {
            return Math.addExact(size, feeOfSpending(size));
        }
        Quantity quantity = Quantity.ofMicros(size);
        long fee = fees.takerFee(limit, quantity, RoundingMode.CEILING).micros();
        if (buys) {
            long notional = Cash.notional(limit, quantity, RoundingMode.CEILING).micros();
            return Math.addExact(notional, ofCash ? Math.max(fee, feeOfSpending(notional)) : fee);
        }
        return Math.subtractExact(
                Cash.notional(limit, quantity, RoundingMode.FLOOR).micros(), fee);
    }

    /** For every exponent from 1 on, the fee of one USD is at most rate × (1 − price); for 0 it is rate ÷ price. */
    private long feeOfSpending(long size) {
        long highest = fees.exponent() == 0
                ? FixedPoint.mulDiv(fees.rateMicros(), FixedPoint.ONE, lowestMicros, RoundingMode.CEILING)
                : FixedPoint.mulDiv(
                        fees.rateMicros(), FixedPoint.ONE - lowestMicros, FixedPoint.ONE, RoundingMode.CEILING);
        long fee = FixedPoint.mulDiv(size, highest, FixedPoint.ONE, RoundingMode.CEILING);
        return Math.multiplyExact(Math.floorDiv(fee + FEE_UNIT - 1, FEE_UNIT), FEE_UNIT);
    }

    /** What is lost, at most zero, if all of it comes true and a share pays so much. */
    long lossIfTrue(long size, long payoutMicros) {
        return Math.min(0, OptionalItem.value(buys, shares(size), cash(size), payoutMicros));
    }
}
