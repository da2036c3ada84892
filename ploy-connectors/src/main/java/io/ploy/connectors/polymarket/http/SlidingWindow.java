package io.ploy.connectors.polymarket.http;

import java.util.Arrays;

/**
 * When requests were sent, to say when the next may be: never more than the limit in any window, however it is placed. Times
 * are nanoseconds of one clock that never goes back. Not thread-safe.
 */
final class SlidingWindow {
    private static final int FIRST_SIZE = 64;

    private final int limit;
    private final long nanos;
    private long[] times;
    private int first;
    private int size;

    SlidingWindow(int limit, long nanos) {
        this.limit = limit;
        this.nanos = nanos;
        this.times = new long[Math.min(limit, FIRST_SIZE)];
    }

    /**
     * How long until some more requests have fitted, if no others come.
     *
     * @param requests one or more
     * @param kept how much of the limit they may not use
     */
    long waitFor(int requests, int kept, long now) {
        forget(now);
        int usable = Math.max(1, limit - kept);
        int rounds = (requests - 1) / usable; // more than fit at once: the last of them waits for whole windows too
        int needed = (requests - 1) % usable + 1;
        int mustLeave = size + needed - usable;
        long wait = mustLeave <= 0 ? 0 : time(mustLeave - 1) + nanos - now;
        return wait + rounds * nanos;
    }

    void take(long now) {
        forget(now);
        if (size == times.length) {
            grow();
        }
        times[(first + size) % times.length] = now;
        size++;
    }

    private long time(int index) {
        return times[(first + index) % times.length];
    }

    private void forget(long now) {
        while (size > 0 && now - times[first] >= nanos) {
            first = (first + 1) % times.length;
            size--;
        }
    }

    private void grow() {
        long[] larger = Arrays.copyOf(times, Math.min(limit, times.length * 2));
        for (int i = 0; i < size; i++) {
            larger[i] = time(i);
        }
        times = larger;
        first = 0;
    }
}
