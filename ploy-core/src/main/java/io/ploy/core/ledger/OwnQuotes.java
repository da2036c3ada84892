package io.ploy.core.ledger;

import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.order.OrderRequest;
import java.util.TreeMap;

/** The open orders for one instrument: how many there are, and the best price at which one rests on each side. */
final class OwnQuotes {
    private final TreeMap<Long, Integer> bids = new TreeMap<>();
    private final TreeMap<Long, Integer> asks = new TreeMap<>();
    private int open;

    int open() {
        return open;
    }

    long bestBidMicros() {
        return bids.isEmpty() ? OrderBook.NONE : bids.lastKey();
    }

    long bestAskMicros() {
        return asks.isEmpty() ? OrderBook.NONE : asks.firstKey();
    }

    void opened(OrderRequest request) {
        open++;
        if (request.timeInForce().rests()) {
            side(request).merge(request.limit().micros(), 1, Integer::sum);
        }
    }

    void closed(OrderRequest request) {
        open--;
        if (request.timeInForce().rests()) {
            side(request).computeIfPresent(request.limit().micros(), (price, count) -> count == 1 ? null : count - 1);
        }
    }

    private TreeMap<Long, Integer> side(OrderRequest request) {
        return request.side() == Side.BUY ? bids : asks;
    }
}
