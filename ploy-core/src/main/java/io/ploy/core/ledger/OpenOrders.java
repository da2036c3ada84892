package io.ploy.core.ledger;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The open orders, oldest first, in all and of each strategy. */
final class OpenOrders {
    private final Map<String, OfStrategy> strategies = new HashMap<>();
    private final Line all = new Line();
    private final Map<InstrumentId, OwnQuotes> quotes = new HashMap<>();
    private int unknown;

    OfStrategy of(String strategy) {
        return strategies.computeIfAbsent(strategy, OfStrategy::new);
    }

    void add(OrderRecord order) {
        all.add(order);
        order.ofStrategy().line.add(order);
        quotes(order).opened(order.request());
    }

    private OwnQuotes quotes(OrderRecord order) {
        return quotes.computeIfAbsent(order.request().instrument(), unseen -> new OwnQuotes());
    }

    /** The open orders for an instrument by price, or null if there never was one. */
    @Nullable
    OwnQuotes quotes(InstrumentId instrument) {
        return quotes.get(instrument);
    }

    int count() {
        return all.orders.size();
    }

    int unknown() {
        return unknown;
    }

    /** Follows an order from one state to the next. */
    void moved(OrderRecord order, OrderLifecycle from, OrderLifecycle to) {
        OfStrategy strategy = order.ofStrategy();
        int doubts = (to == OrderLifecycle.UNKNOWN ? 1 : 0) - (from == OrderLifecycle.UNKNOWN ? 1 : 0);
        strategy.unknown += doubts;
        unknown += doubts;
        if (from.isOpen() && !to.isOpen()) {
            all.remove(order);
            strategy.line.remove(order);
            quotes(order).closed(order.request());
        } else if (!from.isOpen() && to.isOpen()) {
            all.addAgain(order);
            strategy.line.addAgain(order);
            quotes(order).opened(order.request());
        }
    }

    List<Order> list() {
        return all.snapshots();
    }

    List<Order> list(String strategy) {
        OfStrategy orders = strategies.get(strategy);
        return orders == null ? List.of() : orders.line.snapshots();
    }

    int count(String strategy) {
        OfStrategy orders = strategies.get(strategy);
        return orders == null ? 0 : orders.line.orders.size();
    }

    boolean hasUnknown(String strategy, Predicate<InstrumentId> instruments) {
        OfStrategy orders = strategies.get(strategy);
        if (orders == null || orders.unknown == 0) {
            return false;
        }
        for (OrderRecord order : orders.line.orders) {
            if (order.lifecycle() == OrderLifecycle.UNKNOWN
                    && instruments.test(order.request().instrument())) {
                return true;
            }
        }
        return false;
    }

    /** One strategy's open orders. */
    static final class OfStrategy {
        private final String name;
        private final Line line = new Line();
        private int unknown;

        OfStrategy(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    private static final class Line {
        private final Set<OrderRecord> orders = new LinkedHashSet<>();

        void add(OrderRecord order) {
            orders.add(order);
        }

        void remove(OrderRecord order) {
            orders.remove(order);
        }

        /** Puts an old order back to its place. Rare, so it may cost a pass over the line. */
        void addAgain(OrderRecord order) {
            List<OrderRecord> younger = new ArrayList<>();
            for (OrderRecord other : orders) {
                if (other.sequence() > order.sequence()) {
                    younger.add(other);
                }
            }
            younger.forEach(orders::remove);
            orders.add(order);
            orders.addAll(younger);
        }

        List<Order> snapshots() {
            List<Order> snapshots = new ArrayList<>(orders.size());
            for (OrderRecord order : orders) {
                snapshots.add(order.snapshot());
            }
            return snapshots;
        }
    }
}
