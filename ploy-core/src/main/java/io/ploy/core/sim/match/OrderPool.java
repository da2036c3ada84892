package io.ploy.core.sim.match;

import java.util.Arrays;

/**
 * Resting orders as rows of arrays, so that placing and removing them makes no garbage. A row is named by a handle that
 * carries the row's generation: the handle of an order that is gone finds nothing, even when the row is used again.
 */
final class OrderPool {
    static final int NIL = -1;

    int[] next;
    int[] previous;
    int[] level;
    long[] open;
    long[] tag;
    private OrderKind[] kind;
    private int[] generation;
    private int free = NIL;
    private int used;

    OrderPool(int capacity) {
        next = new int[capacity];
        previous = new int[capacity];
        level = new int[capacity];
        open = new long[capacity];
        tag = new long[capacity];
        kind = new OrderKind[capacity];
        generation = new int[capacity];
    }

    int take(OrderKind orderKind, long orderTag, long quantity) {
        int row = free;
        if (row == NIL) {
            if (used == next.length) {
                grow();
            }
            row = used++;
        } else {
            free = next[row];
        }
        kind[row] = orderKind;
        tag[row] = orderTag;
        open[row] = quantity;
        return row;
    }

    void release(int row) {
        open[row] = 0;
        generation[row]++;
        next[row] = free;
        free = row;
    }

    OrderKind kind(int row) {
        return kind[row];
    }

    long handle(int row) {
        return ((long) generation[row] << Integer.SIZE) | (row + 1L);
    }

    /** The row of a handle, or {@link #NIL} if its order is gone. */
    int row(long handle) {
        int row = (int) handle - 1;
        boolean known = row >= 0 && row < used && generation[row] == (int) (handle >>> Integer.SIZE) && open[row] > 0;
        return known ? row : NIL;
    }

    private void grow() {
        int capacity = Math.multiplyExact(next.length, 2);
        next = Arrays.copyOf(next, capacity);
        previous = Arrays.copyOf(previous, capacity);
        level = Arrays.copyOf(level, capacity);
        open = Arrays.copyOf(open, capacity);
        tag = Arrays.copyOf(tag, capacity);
        kind = Arrays.copyOf(kind, capacity);
        generation = Arrays.copyOf(generation, capacity);
    }
}
