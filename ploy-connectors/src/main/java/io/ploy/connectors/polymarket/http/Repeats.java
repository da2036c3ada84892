package io.ploy.connectors.polymarket.http;

import io.github.resilience4j.core.IntervalFunction;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Says which requests are repeated and after how long. */
final class Repeats {
    private static final Duration RESTART_FIRST = Duration.ofSeconds(1);
    private static final Duration RESTART_LONGEST = Duration.ofSeconds(30);

    private final RetrySettings settings;
    private final RandomGenerator random;
    private final IntervalFunction usual;
    private final IntervalFunction restarting =
            IntervalFunction.ofExponentialBackoff(RESTART_FIRST, 2, RESTART_LONGEST);

    Repeats(RetrySettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        this.usual = IntervalFunction.ofExponentialBackoff(settings.firstPause(), 2, settings.longestPause());
    }

    /** Whether a request that failed for the n-th time is made again. */
    boolean allow(Call call, RequestException failed, int attempts) {
        boolean idempotent = call.purpose() == Purpose.READ || call.purpose() == Purpose.CANCEL;
        return idempotent
                && attempts < settings.attempts()
                && (failed.failure() == Failure.RATE_LIMITED
                        || failed.failure() == Failure.RESTARTING
                        || isOfItsAddress(failed));
    }

    /** Whether the failure belongs to the address it happened at, so that another may do better. */
    boolean isOfItsAddress(RequestException failed) {
        return failed.failure() == Failure.NOT_SENT || failed.failure().isAmbiguous();
    }

    /**
     * How long to wait, never less than the venue asks for.
     *
     * @param round how often all addresses have failed, from 1
     */
    Duration pause(int round, RequestException failed) {
        IntervalFunction interval = failed.failure() == Failure.RESTARTING ? restarting : usual;
        long full = Duration.ofMillis(interval.apply(round)).toNanos();
        long chance = full * settings.jitterPercent() / 100;
        Duration pause = Duration.ofNanos(full - (chance == 0 ? 0 : drawn(chance)));
        return failed.retryAfter().filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
    }

    private long drawn(long below) {
        synchronized (random) {
            return random.nextLong(below);
        }
    }
}
