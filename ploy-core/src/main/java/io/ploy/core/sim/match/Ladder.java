package io.ploy.core.sim.match;

import io.ploy.api.money.FixedPoint;
import java.util.Arrays;

/** The resting orders of one book: a queue for each price step, and the best of either side. */
final class Ladder {
    /** No level. */
    static final int NONE = TickSet.NONE;

    private static final int NIL = OrderPool.NIL;

    private final OrderPool orders = new OrderPool(1024);
    private final MatchListener listener;
    private long step;
    private int[] head;
    private int[] tail;
    private long[] size;
    private TickSet bids;
    private TickSet asks;
    private int bestBid = NONE;
    private int bestAsk = NONE;

    Ladder(long step, MatchListener listener) {
        this.listener = listener;
        this.step = step;
        int levels = levels(step);
        head = filled(levels);
        tail = filled(levels);
        size = new long[levels];
        bids = new TickSet(levels);
        asks = new TickSet(levels);
    }

    private static int levels(long step) {
        return (int) (FixedPoint.ONE / step) + 1;
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NIL);
        return array;
    }

    long step() {
        return step;
    }

    long price(int level) {
        return level * step;
    }

    /** The level of a price, or {@link #NONE} if the price lies between two levels. */
    int level(long price) {
        return price % step == 0 ? (int) (price / step) : NONE;
    }

    long size(int level) {
        return size[level];
    }

    int best(boolean bid) {
        return bid ? bestBid : bestAsk;
    }

    /** The next level with orders, going away from the best. */
    int beyond(boolean bid, int level) {
        return bid ? bids.floor(level - 1) : asks.ceiling(level + 1);
    }

    long open(long handle) {
        int row = orders.row(handle);
        return row == NIL ? 0 : orders.open[row];
    }

    long append(OrderKind kind, int level, long quantity, long tag) {
        int row = orders.take(kind, tag, quantity);
        int last = tail[level];
        orders.level[row] = level;
        orders.next[row] = NIL;
        orders.previous[row] = last;
        tail[level] = row;
        size[level] += quantity;
        if (last != NIL) {
            orders.next[last] = row;
        } else {
            head[level] = row;
            if (kind.isBid()) {
                bids.add(level);
                bestBid = Math.max(bestBid, level);
            } else {
                asks.add(level);
                bestAsk = bestAsk == NONE ? level : Math.min(bestAsk, level);
            }
        }
        return orders.handle(row);
    }

    /** Matches the queue of a level, oldest first, and says how much was taken. */
    long take(int level, OrderKind taker, long wanted, long takerTag) {
        long price = price(level);
        long left = wanted;
        int row = head[level];
        while (row != NIL && left > 0) {
            long quantity = Math.min(left, orders.open[row]);
            long makerTag = orders.tag[row];
            OrderKind maker = orders.kind(row);
            int following = orders.next[row];
            left -= quantity;
            size[level] -= quantity;
            if (quantity == orders.open[row]) {
                unlink(row, level);
            } else {
                orders.open[row] -= quantity;
            }
            listener.onMatch(takerTag, taker, makerTag, maker, price, quantity);
            row = following;
        }
        return wanted - left;
    }

    /** Removes an order and says how much of it was open. */
    long remove(long handle) {
        int row = orders.row(handle);
        if (row == NIL) {
            return 0;
        }
        long open = orders.open[row];
        int level = orders.level[row];
        size[level] -= open;
        unlink(row, level);
        return open;
    }

    /** Lays the queues out on another step; orders between two of its levels are dropped. */
    void changeStep(long changed) {
        int[] oldHead = head;
        int[] oldTail = tail;
        long[] oldSize = size;
        TickSet oldBids = bids;
        long oldStep = step;
        step = changed;
        int levels = levels(step);
        head = filled(levels);
        tail = filled(levels);
        size = new long[levels];
        bids = new TickSet(levels);
        asks = new TickSet(levels);
        for (int old = 0; old < oldHead.length; old++) {
            if (oldHead[old] == NIL) {
                continue;
            }
            int level = level(old * oldStep);
            if (level == NONE) {
                drop(oldHead[old], old * oldStep);
            } else {
                head[level] = oldHead[old];
                tail[level] = oldTail[old];
                size[level] = oldSize[old];
                (oldBids.floor(old) == old ? bids : asks).add(level);
                for (int row = head[level]; row != NIL; row = orders.next[row]) {
                    orders.level[row] = level;
                }
            }
        }
        bestBid = bids.floor(levels - 1);
        bestAsk = asks.ceiling(0);
    }

    private void drop(int first, long price) {
        int row = first;
        while (row != NIL) {
            int following = orders.next[row];
            long tag = orders.tag[row];
            OrderKind kind = orders.kind(row);
            long open = orders.open[row];
            orders.release(row);
            listener.onDropped(tag, kind, price, open);
            row = following;
        }
    }

    private void unlink(int row, int level) {
        int before = orders.previous[row];
        int after = orders.next[row];
        if (before == NIL) {
            head[level] = after;
        } else {
            orders.next[before] = after;
        }
        if (after == NIL) {
            tail[level] = before;
        } else {
            orders.previous[after] = before;
        }
        if (head[level] == NIL) {
            clear(level, orders.kind(row).isBid());
        }
        orders.release(row);
    }

    private void clear(int level, boolean bid) {
        if (bid) {
            bids.remove(level);
            bestBid = level == bestBid ? bids.floor(level - 1) : bestBid;
        } else {
            asks.remove(level);
            bestAsk = level == bestAsk ? asks.ceiling(level + 1) : bestAsk;
        }
    }
}
