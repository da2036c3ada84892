package io.ploy.connectors.polymarket.amount;

import io.ploy.api.market.Side;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import java.math.RoundingMode;

/**
 * The venue's smallest orders. Nothing is ever raised to them.
 *
 * <p>The minimum size counts shares and is asked of orders sized in shares. The minimum notional is asked of buyers who
 * take: the venue says so of marketable BUY orders only. Its pages contradict each other on the unit of the minimum size;
 * shares is what its refusals speak of.
 *
 * <p><b>Threading.</b> No state.
 */
public final class OrderMinimums {
    private OrderMinimums() {}

    /**
     * Refuses an order the venue would find too small.
     *
     * @param request what is wanted
     * @param rules of its market
     * @param crosses whether a resting order would meet the book now; FOK and FAK always do
     * @throws OrderRefusedException naming the size and the minimum
     */
    public static void check(OrderRequest request, TradingRules rules, boolean crosses) {
        if (request.size() instanceof OrderSize.Shares shares
                && shares.quantity().isBelow(rules.minimumSize())) {
            throw new OrderRefusedException(
                    shares.quantity() + " shares are too few: the market takes " + rules.minimumSize() + " or more");
        }
        if (request.side() == Side.SELL || !(crosses || !request.timeInForce().rests())) {
            return;
        }
        Cash notional = notional(request);
        if (notional.compareTo(rules.minimumTakerNotional()) < 0) {
            throw new OrderRefusedException(
                    notional + " pUSD is too little for an order that takes from the book: the venue wants "
                            + rules.minimumTakerNotional() + " or more");
        }
    }

    private static Cash notional(OrderRequest request) {
        return request.size() instanceof OrderSize.Spend spend
                ? spend.cash()
                : Cash.notional(request.limit(), request.sharesAtLimit(), RoundingMode.FLOOR);
    }
}
