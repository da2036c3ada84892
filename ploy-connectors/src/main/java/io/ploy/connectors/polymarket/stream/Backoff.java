package io.ploy.connectors.polymarket.stream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before connecting again. Every wait is drawn by lot, so that many clients do not come at once. */
final class Backoff {
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 30;

    private final SocketSettings settings;
    private final RandomGenerator random;
    private int attempts;

    Backoff(SocketSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** Says that a connection held long enough for the next loss to be the first of its kind. */
    void steady() {
        attempts = 0;
    }

    Duration next(Ending ending) {
        Duration longest = settings.longestDelay();
        Duration wait = switch (ending.kind()) {
            case LOST, CLOSED -> upTo(grown(longest));
            case DRAINED -> upTo(DRAIN);
            case TURNED_AWAY -> longest.dividedBy(2).plus(upTo(longest.dividedBy(2)));
            case REFUSED -> settings.refusedDelay().plus(upTo(longest));
        };
        return wait.plus(ending.after());
    }

    private Duration grown(Duration longest) {
        int doublings = Math.min(attempts, MOST_DOUBLINGS);
        attempts++;
        long first = settings.firstDelay().toNanos();
        long most = longest.toNanos();
        return Duration.ofNanos(first > most >> doublings ? most : first << doublings);
    }

    private Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
    }
}
