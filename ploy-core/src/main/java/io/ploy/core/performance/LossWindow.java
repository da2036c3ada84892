package io.ploy.core.performance;

import java.time.Duration;
import java.util.Arrays;

/**
 * How far profit fell below its highest within a sliding window. Kept in slices of a sixtieth of the window, so a fall
 * counts for up to one slice longer than the window. In micros; not thread-safe.
 */
final class LossWindow {
    private static final int SLICES = 60;

    private final long[] highest = new long[SLICES + 1];
    private final long sliceMillis;
    private long slice;
    private long last;
    private boolean started;

    LossWindow(Duration window) {
        sliceMillis = Math.max(1, window.toMillis() / SLICES);
    }

    /** Profit is so much from now on. */
    void add(long nowMillis, long profit) {
        if (!started) {
            Arrays.fill(highest, profit);
            slice = nowMillis / sliceMillis;
            started = true;
        }
        advance(nowMillis);
        last = profit;
        highest[place(slice)] = Math.max(highest[place(slice)], profit);
    }

    /** By how much profit is below its highest, 0 or more. */
    long loss(long nowMillis) {
        if (!started) {
            return 0;
        }
        advance(nowMillis);
        long most = last;
        for (long each : highest) {
            most = Math.max(most, each);
        }
        return most - last;
    }

    private void advance(long nowMillis) {
        long now = nowMillis / sliceMillis;
        long from = Math.max(slice + 1, now - SLICES);
        for (long each = from; each <= now; each++) {
            highest[place(each)] = last;
        }
        slice = Math.max(slice, now);
    }

    private int place(long index) {
        return (int) Math.floorMod(index, (long) highest.length);
    }
}
