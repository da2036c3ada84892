package io.ploy.connectors.polymarket.amount;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;

/**
 * What an order gives ({@code makerAmount}) and wants ({@code takerAmount}), in the micros it is signed in. An order that
 * cannot be represented exactly is refused with the nearest values that can; nothing is ever rounded silently. To round as
 * the venue's own clients do, ask for it: {@link VenueRounding}.
 *
 * <table>
 * <caption>How an order becomes amounts</caption>
 * <tr><th>order</th><th>maker</th><th>taker</th><th>must be</th></tr>
 * <tr><td>BUY shares, resting</td><td>price × shares</td><td>shares</td><td>shares in lots</td></tr>
 * <tr><td>SELL shares, any</td><td>shares</td><td>price × shares</td><td>shares in lots</td></tr>
 * <tr><td>BUY shares, FOK or FAK</td><td>price × shares</td><td>shares</td><td>shares in lots, cost in whole cents</td></tr>
 * <tr><td>BUY for cash, FOK or FAK</td><td>cash</td><td>cash ÷ price, rounded down</td><td>cash in whole cents</td></tr>
 * </table>
 *
 * <p>A lot is 0.01 share. The price must be a whole multiple of the tick from one tick to one less a tick.
 *
 * <p><b>Beware of buying shares with FOK or FAK.</b> The venue matches such an order until its <em>cash</em> is spent, so a
 * price better than the limit brings more shares than were asked for, never a higher cost. Count the cost, not the shares.
 *
 * <p>The shares an amount of cash must bring are rounded down to the last decimal the venue allows, so that the order still
 * crosses at exactly its limit. Small amounts can thereby imply a price that reaches the limit plus 0.0001, the finest tick
 * there is; the venue's clients refuse those since September 2026, and so does this class.
 *
 * <p><b>Threading.</b> Not thread-safe: one instance is filled again for each order and allocates nothing unless it refuses.
 * A refused order leaves the amounts of the one before.
 *
 * <p>Source: the venue's clients, September 2026.
 */
public final class OrderAmounts {
    private long makerMicros;
    private long takerMicros;

    /** Amounts of nothing yet. */
    public OrderAmounts() {}

    /**
     * Computes the amounts of an order.
     *
     * @param request what is wanted
     * @param tick the market's price step now
     * @throws OrderRefusedException if it cannot be represented exactly: which field, what was found, the nearest legal values
     */
    public void set(OrderRequest request, TickSize tick) {
        set(request.side(), request.size(), request.limit(), request.timeInForce(), tick);
    }

    /**
     * Computes the amounts of an order.
     *
     * @param side buy or sell
     * @param size shares, or cash to spend
     * @param limit the worst price accepted
     * @param timeInForce FOK and FAK have rules of their own
     * @param tick the market's price step now
     * @throws OrderRefusedException if it cannot be represented exactly: which field, what was found, the nearest legal values
     */
    public void set(Side side, OrderSize size, Price limit, TimeInForce timeInForce, TickSize tick) {
        TickPrecision precision = TickPrecision.of(tick);
        if (!tick.admits(limit)) {
            throw Refusals.price(limit, tick);
        }
        if (size instanceof OrderSize.Shares shares) {
            setShares(side, shares.quantity(), limit, timeInForce);
        } else {
            setSpend(side, ((OrderSize.Spend) size).cash().micros(), limit, timeInForce, precision);
        }
    }

    private void setShares(Side side, Quantity shares, Price limit, TimeInForce timeInForce) {
        long step = Steps.ofShares(side, limit, timeInForce);
        if (shares.micros() % step != 0) {
            throw Refusals.shares(shares, step, limit);
        }
        long money = VenueRounding.product(shares.micros(), limit.micros());
        if (side == Side.BUY) {
            put(money, shares.micros());
        } else {
            put(shares.micros(), money);
        }
    }

    private void setSpend(Side side, long cash, Price limit, TimeInForce timeInForce, TickPrecision precision) {
        if (side == Side.SELL || timeInForce.rests()) {
            throw new OrderRefusedException("an amount to spend is for a BUY with FOK or FAK, not for a " + side
                    + " with " + timeInForce + "; say a number of shares");
        }
        if (!Steps.canSpend(cash, limit, precision)) {
            throw Refusals.spend(cash, limit, precision);
        }
        put(cash, VenueRounding.quotient(cash, limit.micros(), precision));
    }

    void put(long maker, long taker) {
        makerMicros = maker;
        takerMicros = taker;
    }

    /** What the order gives: pUSD of a buyer, shares of a seller, in micros. */
    public long makerMicros() {
        return makerMicros;
    }

    /** What the order wants: shares for a buyer, pUSD for a seller, in micros. */
    public long takerMicros() {
        return takerMicros;
    }

    @Override
    public String toString() {
        return "maker " + makerMicros + " micros, taker " + takerMicros + " micros";
    }
}
