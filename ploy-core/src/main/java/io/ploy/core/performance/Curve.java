package io.ploy.core.performance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A curve in a bounded number of points. When it is full, every two neighbours become one, and points are twice as long
 * from then on; the highest, the lowest and the deepest of every stretch stay. In micros; not thread-safe.
 */
final class Curve {
    private static final long FIRST_WIDTH_MILLIS = 1_000;

    private final long[] from;
    private final long[] last;
    private final long[] lowest;
    private final long[] highest;
    private final long[] deepest;
    private long widthMillis = FIRST_WIDTH_MILLIS;
    private int size;

    /**
     * An empty curve.
     *
     * @param capacity points at most, even
     */
    Curve(int capacity) {
        from = new long[capacity];
        last = new long[capacity];
        lowest = new long[capacity];
        highest = new long[capacity];
        deepest = new long[capacity];
    }

    void add(long nowMillis, long value, long drawdown) {
        if (size == from.length && nowMillis - from[size - 1] >= widthMillis) {
            halve();
        }
        if (size > 0 && nowMillis - from[size - 1] < widthMillis) {
            widen(size - 1, value, value, value, drawdown);
        } else {
            from[size] = nowMillis;
            set(size++, value, value, value, drawdown);
        }
    }

    private void halve() {
        for (int i = 0; i < size / 2; i++) {
            int one = 2 * i;
            from[i] = from[one];
            set(i, last[one], lowest[one], highest[one], deepest[one]);
            widen(i, last[one + 1], lowest[one + 1], highest[one + 1], deepest[one + 1]);
        }
        size /= 2;
        widthMillis *= 2;
    }

    private void set(int i, long value, long low, long high, long drawdown) {
        last[i] = value;
        lowest[i] = low;
        highest[i] = high;
        deepest[i] = drawdown;
    }

    private void widen(int i, long value, long low, long high, long drawdown) {
        set(i, value, Math.min(lowest[i], low), Math.max(highest[i], high), Math.max(deepest[i], drawdown));
    }

    /**
     * A copy for other threads.
     *
     * @param offset added to every value
     */
    List<CurvePoint> points(long offset) {
        List<CurvePoint> points = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            points.add(new CurvePoint(
                    Instant.ofEpochMilli(from[i]),
                    last[i] + offset,
                    lowest[i] + offset,
                    highest[i] + offset,
                    deepest[i]));
        }
        return List.copyOf(points);
    }
}
