package io.ploy.core.sim.match.bench;

import io.ploy.core.sim.match.MatchListener;
import io.ploy.core.sim.match.OrderKind;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The plain way to write a matcher: sorted maps of queues. The baseline of the benchmark and the judge of the tests. */
public final class TreeMapMatcher {
    private static final class Resting {
        final long id;
        final OrderKind kind;
        final long price;
        long open;

        Resting(long id, OrderKind kind, long price, long open) {
            this.id = id;
            this.kind = kind;
            this.price = price;
            this.open = open;
        }
    }

    private final TreeMap<Long, ArrayDeque<Resting>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, ArrayDeque<Resting>> asks = new TreeMap<>();
    private final Map<Long, Resting> orders = new HashMap<>();
    private final MatchListener listener;

    public TreeMapMatcher(MatchListener listener) {
        this.listener = listener;
    }

    public boolean place(OrderKind kind, long limit, long quantity, long id) {
        long left = quantity - take(kind, limit, quantity, id);
        if (left > 0) {
            Resting order = new Resting(id, kind, limit, left);
            side(kind.isBid())
                    .computeIfAbsent(limit, price -> new ArrayDeque<>())
                    .add(order);
            orders.put(id, order);
        }
        return left > 0;
    }

    public long take(OrderKind kind, long limit, long quantity, long id) {
        NavigableMap<Long, ArrayDeque<Resting>> opposite = side(!kind.isBid());
        long left = quantity;
        while (left > 0 && crosses(kind, limit)) {
            ArrayDeque<Resting> queue = opposite.firstEntry().getValue();
            Resting maker = queue.getFirst();
            long traded = Math.min(left, maker.open);
            left -= traded;
            maker.open -= traded;
            if (maker.open == 0) {
                queue.removeFirst();
                orders.remove(maker.id);
                if (queue.isEmpty()) {
                    opposite.pollFirstEntry();
                }
            }
            listener.onMatch(id, kind, maker.id, maker.kind, maker.price, traded);
        }
        return quantity - left;
    }

    public long cancel(long id) {
        Resting order = orders.remove(id);
        if (order == null) {
            return 0;
        }
        NavigableMap<Long, ArrayDeque<Resting>> side = side(order.kind.isBid());
        ArrayDeque<Resting> queue = side.get(order.price);
        queue.remove(order);
        if (queue.isEmpty()) {
            side.remove(order.price);
        }
        return order.open;
    }

    public boolean crosses(OrderKind kind, long limit) {
        NavigableMap<Long, ArrayDeque<Resting>> opposite = side(!kind.isBid());
        return !opposite.isEmpty() && (kind.isBid() ? opposite.firstKey() <= limit : opposite.firstKey() >= limit);
    }

    public long depth(OrderKind kind, long limit) {
        long depth = 0;
        for (Map.Entry<Long, ArrayDeque<Resting>> level : side(!kind.isBid()).entrySet()) {
            if (kind.isBid() ? level.getKey() <= limit : level.getKey() >= limit) {
                depth += sum(level.getValue());
            }
        }
        return depth;
    }

    public long size(long price) {
        return sum(bids.get(price)) + sum(asks.get(price));
    }

    public long best(boolean bid) {
        NavigableMap<Long, ArrayDeque<Resting>> side = side(bid);
        return side.isEmpty() ? -1 : side.firstKey();
    }

    public void dropOffTick(long tick) {
        for (boolean bid : new boolean[] {true, false}) {
            Iterator<Map.Entry<Long, ArrayDeque<Resting>>> levels =
                    side(bid).entrySet().iterator();
            while (levels.hasNext()) {
                Map.Entry<Long, ArrayDeque<Resting>> level = levels.next();
                if (level.getKey() % tick != 0) {
                    level.getValue().forEach(order -> orders.remove(order.id));
                    levels.remove();
                }
            }
        }
    }

    private static long sum(@org.jspecify.annotations.Nullable ArrayDeque<Resting> queue) {
        return queue == null ? 0 : queue.stream().mapToLong(order -> order.open).sum();
    }

    private NavigableMap<Long, ArrayDeque<Resting>> side(boolean bid) {
        return bid ? bids : asks;
    }
}
