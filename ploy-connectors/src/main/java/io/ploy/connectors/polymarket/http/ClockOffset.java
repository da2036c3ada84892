package io.ploy.connectors.polymarket.http;

import io.ploy.api.order.ClockReading;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the venue's time, which proofs must carry.
 *
 * <p>The venue tells whole seconds, so one answer says only that the difference to the machine's clock lies between two
 * bounds. Answers that agree narrow the bounds; one that does not is believed when a second one says the same. A machine whose
 * clock could be right is left alone.
 *
 * <p><b>Threading.</b> Thread-safe. {@link #measure()} waits for the venue, nothing else does.
 */
public final class ClockOffset {
    private static final Logger LOG = LoggerFactory.getLogger(ClockOffset.class);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final long SECOND = 1_000_000_000;

    private final ClockSettings settings;
    private final TimeSource time;
    private final Transport transport;
    private final Object measuring = new Object();
    private volatile @Nullable Bounds bounds;
    private volatile long measured;
    private volatile @Nullable ClockReading reading;

    /**
     * Between what two values the difference lies.
     *
     * @param low in nanoseconds
     * @param high in nanoseconds
     */
    private record Bounds(long low, long high) {
        boolean meets(Bounds other) {
            return low <= other.high && other.low <= high;
        }

        Bounds and(Bounds other) {
            return new Bounds(Math.max(low, other.low), Math.min(high, other.high));
        }

        Duration offset() {
            return low <= 0 && high >= 0 ? Duration.ZERO : middle();
        }

        Duration middle() {
            return Duration.ofNanos(low + (high - low) / 2);
        }

        ClockReading at(Instant now) {
            return new ClockReading(middle(), Duration.ofNanos(high - low - (high - low) / 2), now);
        }
    }

    /**
     * Knows nothing yet.
     *
     * @param settings how it is measured
     * @param time the machine's
     * @param transport asks the venue
     */
    ClockOffset(ClockSettings settings, TimeSource time, Transport transport) {
        this.settings = settings;
        this.time = time;
        this.transport = transport;
    }

    /** The venue's time as far as it is known. */
    public Instant now() {
        return time.now().plus(offset());
    }

    /** What the venue's clock is ahead of the machine's; zero while unknown. */
    public Duration offset() {
        Bounds known = bounds;
        return known == null ? Duration.ZERO : known.offset();
    }

    /** Whether the venue is asked for its time now and then. */
    public boolean isFollowed() {
        return settings.isOn();
    }

    /** The difference with what it may be off by, and when it was last measured; absent if never. */
    public Optional<ClockReading> lastReading() {
        return Optional.ofNullable(reading);
    }

    /** The difference for people. */
    public ClockReport report() {
        Optional<Duration> ago =
                bounds == null ? Optional.empty() : Optional.of(Duration.ofNanos(time.nanos() - measured));
        return new ClockReport(offset(), ago);
    }

    /**
     * Asks the venue for its time. What cannot be used changes nothing.
     *
     * @return whether the difference is known now
     */
    public boolean measure() {
        synchronized (measuring) {
            Optional<Bounds> asked = ask();
            if (asked.isEmpty()) {
                return false;
            }
            Bounds known = bounds;
            if (known == null || known.meets(asked.get())) {
                return learn(known == null ? asked.get() : known.and(asked.get()));
            }
            Optional<Bounds> again = ask().filter(asked.get()::meets);
            if (again.isEmpty()) {
                return false;
            }
            Bounds changed = asked.get().and(again.get());
            LOG.warn("the venue's clock is {} ahead of this machine's, it was {}", changed.offset(), known.offset());
            return learn(changed);
        }
    }

    private boolean learn(Bounds better) {
        measured = time.nanos();
        bounds = better;
        reading = better.at(time.now());
        return true;
    }

    private Optional<Bounds> ask() {
        Instant before = time.now();
        long start = time.nanos();
        String answer;
        try {
            answer = transport.execute(Call.get(Service.CLOB, "/time")).text().strip();
        } catch (RequestException e) {
            LOG.debug("the venue's time is not known", e);
            return Optional.empty();
        }
        long roundTrip = time.nanos() - start;
        if (roundTrip > settings.roundTrip().toNanos()
                || !SECONDS.matcher(answer).matches()) {
            return Optional.empty();
        }
        Duration ahead = Duration.between(before, Instant.ofEpochSecond(Long.parseLong(answer)));
        if (ahead.abs().compareTo(settings.largest()) > 0) {
            LOG.error("the venue's clock is {} ahead of this machine's, which is not believed: set one right", ahead);
            return Optional.empty();
        }
        // the venue read its clock at some time of the round trip, and dropped a part of a second
        return Optional.of(new Bounds(ahead.toNanos() - roundTrip, ahead.toNanos() + SECOND));
    }
}
