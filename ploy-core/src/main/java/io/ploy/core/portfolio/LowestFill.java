package io.ploy.core.portfolio;

import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;

/**
 * The lowest price an order can fill at, as far as its cost depends on it. What is signed as an amount of cash brings more shares
 * at a better price, and more shares owe a larger fee: an order that spends, and one for shares that does not rest, which venues
 * carry out by the cash at its limit.
 */
public final class LowestFill {
    private LowestFill() {}

    /**
     * The best ask.
     *
     * @param request of what
     * @param book of its instrument, now
     * @return zero where the cost does not depend on it, or there is no ask
     */
    public static Price of(OrderRequest request, OrderBook book) {
        long ask = isOfCash(request) ? book.bestAskMicros() : OrderBook.NONE;
        return ask == OrderBook.NONE ? Price.ZERO : Price.ofMicros(ask);
    }

    static boolean isOfCash(OrderRequest request) {
        return request.side() == Side.BUY
                && (request.size() instanceof OrderSize.Spend
                        || request.timeInForce() == TimeInForce.FOK
                        || request.timeInForce() == TimeInForce.FAK);
    }
}
