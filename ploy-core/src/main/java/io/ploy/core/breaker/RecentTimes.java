package io.ploy.core.breaker;

import java.time.Duration;
import java.time.Instant;

/** When something happened last, as often as it matters. What is as old as the window has left it. */
final class RecentTimes {
    private final long[] millis;
    private final long window;
    private int next;
    private int size;

    /**
     * None yet.
     *
     * @param most how many are kept; older ones are forgotten
     * @param window how long one counts
     */
    RecentTimes(int most, Duration window) {
        millis = new long[most];
        this.window = window.toMillis();
    }

    void add(Instant now) {
        millis[next] = now.toEpochMilli();
        next = (next + 1) % millis.length;
        size = Math.min(size + 1, millis.length);
    }

    int count(Instant now) {
        long oldest = now.toEpochMilli() - window;
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (millis[i] > oldest) {
                count++;
            }
        }
        return count;
    }

    void clear() {
        size = 0;
        next = 0;
    }
}
