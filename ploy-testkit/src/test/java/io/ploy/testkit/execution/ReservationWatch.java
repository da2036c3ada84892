package io.ploy.testkit.execution;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.Position;
import io.ploy.api.strategy.StrategyContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * I11, as a strategy sees it: while an order is in doubt, what it may still cost stays reserved, beside what the others may.
 * Looks on the engine's thread; may be asked by any.
 */
final class ReservationWatch {
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong looks = new AtomicLong();

    void look(StrategyContext context) {
        List<Order> open = context.openOrders();
        if (open.stream().noneMatch(order -> order.lifecycle() == OrderLifecycle.UNKNOWN)) {
            return;
        }
        looks.incrementAndGet();
        long cash = 0;
        Map<InstrumentId, Long> shares = new TreeMap<>();
        for (Order order : open) {
            OrderRequest request = order.request();
            if (request.side() == Side.BUY) {
                cash += Cash.notional(request.limit(), order.remaining(), RoundingMode.FLOOR)
                        .micros();
            } else {
                shares.merge(request.instrument(), order.remaining().micros(), Long::sum);
            }
        }
        Cash reserved = context.portfolio().balance().reserved();
        if (reserved.micros() < cash) {
            wrong.add("I11: " + reserved + " reserved while open orders, some in doubt, may cost " + Cash.ofMicros(cash)
                    + ": " + open);
        }
        shares.forEach((instrument, sold) -> {
            Position position = context.position(instrument);
            long claimed = position.confirmed().micros() - position.sellable().micros();
            if (claimed < Math.min(position.confirmed().micros(), sold)) {
                wrong.add("I11: " + position.sellable() + " of " + position.confirmed()
                        + " may be sold again while open orders, some in doubt, sell " + Quantity.ofMicros(sold));
            }
        });
    }

    /** What was not reserved. */
    Queue<String> wrong() {
        return wrong;
    }

    /** How often there was an order in doubt to look at. */
    long looks() {
        return looks.get();
    }
}
