package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.Order;
import io.ploy.core.performance.ExecutionQuality;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How good fills are, beside the book at the decision and after it. The engine's thread only. */
final class FillWatch {
    private static final int KEPT = 1_000;
    private static final Decision UNKNOWN = new Decision(OrderBook.NONE, OrderBook.NONE);

    private final MarketStore markets;
    private final ExecutionQuality quality;
    private final Map<ClientOrderId, Decision> decisions = new HashMap<>();

    /** The book when an order was let through; orders of an earlier run have none. */
    private record Decision(long mid, long touch) {}

    FillWatch(MarketStore markets) {
        this.markets = markets;
        quality = new ExecutionQuality(KEPT, markets::known);
    }

    void decided(Order order) {
        InstrumentId instrument = order.request().instrument();
        OrderBook book = markets.book(instrument);
        long touch = order.request().side() == Side.BUY ? book.bestAskMicros() : book.bestBidMicros();
        decisions.put(order.id(), new Decision(quality.mid(instrument), touch));
    }

    void filled(Order order, Fill fill) {
        Decision decision = decisions.getOrDefault(order.id(), UNKNOWN);
        quality.filled(order.strategy(), fill, decision.mid, decision.touch);
    }

    void reversed(Fill fill) {
        quality.reversed(fill.id());
    }

    /** It is over; what is filled late has no decision. */
    void closed(Order order) {
        decisions.remove(order.id());
    }

    void bookChanged(InstrumentId instrument, Instant now) {
        quality.bookChanged(instrument, now);
    }

    ExecutionQuality quality() {
        return quality;
    }
}
