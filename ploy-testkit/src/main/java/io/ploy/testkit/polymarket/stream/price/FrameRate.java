package io.ploy.testkit.polymarket.stream.price;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** How often a client may speak: so many frames in any second. */
final class FrameRate {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final int limit;
    private final ArrayDeque<Instant> frames = new ArrayDeque<>();

    FrameRate(int limit) {
        this.limit = limit;
    }

    /** One more frame; false if it is one too many. */
    boolean admits(Instant now) {
        while (!frames.isEmpty() && !frames.getFirst().plus(SECOND).isAfter(now)) {
            frames.removeFirst();
        }
        frames.addLast(now);
        return frames.size() <= limit;
    }
}
