package io.ploy.core.breaker;

import java.time.Instant;
import java.util.Arrays;

/** How often something happened in the last minute, and what is usual in a minute of the last day. */
final class MinuteCounts {
    private static final int SECONDS = 60;
    private static final int HOUR = 60;
    private static final int DAY = 1_440;

    private final int[] seconds = new int[SECONDS];
    private final int[] minutes = new int[DAY];
    private long second = Long.MIN_VALUE;
    private long firstMinute;
    private int current;
    private int median;

    /** One more; answers how many there were in the minute that ends now. */
    int add(Instant now) {
        moveTo(now.getEpochSecond());
        seconds[(int) (second % SECONDS)]++;
        current++;
        int sum = 0;
        for (int each : seconds) {
            sum += each;
        }
        return sum;
    }

    /** The median of the whole minutes of the last day that are over, or of as many as there were, an hour at least. */
    int median(Instant now) {
        moveTo(now.getEpochSecond());
        return median;
    }

    void clearMinute() {
        Arrays.fill(seconds, 0);
    }

    private void moveTo(long to) {
        if (second == Long.MIN_VALUE) {
            second = to;
            firstMinute = to / SECONDS;
        }
        if (to <= second) {
            return;
        }
        for (long each = Math.max(second + 1, to - SECONDS + 1); each <= to; each++) {
            seconds[(int) (each % SECONDS)] = 0;
        }
        long minute = to / SECONDS;
        long before = second / SECONDS;
        second = to;
        if (minute > before) {
            endMinutes(before, minute);
        }
    }

    private void endMinutes(long before, long minute) {
        minutes[(int) (before % DAY)] = current;
        current = 0;
        for (long each = Math.max(before + 1, minute - DAY); each < minute; each++) {
            minutes[(int) (each % DAY)] = 0;
        }
        int known = (int) Math.min(DAY, minute - firstMinute);
        // Minutes before the first count as quiet until an hour is known: a few busy ones are no custom yet.
        int[] last = new int[Math.max(known, HOUR)];
        for (int i = 0; i < known; i++) {
            last[i] = minutes[(int) ((minute - 1 - i) % DAY)];
        }
        Arrays.sort(last);
        median = last[last.length / 2];
    }
}
