package io.ploy.connectors.polymarket.stream;

import java.time.Duration;
import java.util.ArrayDeque;

/** Keeps all sockets of one stream together below a rate of connection attempts, whatever makes them connect. */
final class ConnectGate {
    private final int most;
    private final long window;
    private final ArrayDeque<Long> starts = new ArrayDeque<>();

    ConnectGate(int most, Duration window) {
        this.most = most;
        this.window = window.toNanos();
    }

    /** For a stream with one connection only. */
    static ConnectGate single() {
        return new ConnectGate(5, Duration.ofSeconds(10));
    }

    /**
     * Books the next free place.
     *
     * @param now in nanoseconds
     * @return how long until an attempt may begin
     */
    Duration claim(long now) {
        while (!starts.isEmpty() && starts.getFirst() + window <= now) {
            starts.removeFirst();
        }
        long start = now;
        if (starts.size() >= most) {
            // The last ones booked count against this one, the older ones will have passed by then.
            long[] booked = starts.stream().mapToLong(Long::longValue).toArray();
            start = Math.max(now, booked[booked.length - most] + window);
        }
        starts.addLast(start);
        return Duration.ofNanos(start - now);
    }
}
