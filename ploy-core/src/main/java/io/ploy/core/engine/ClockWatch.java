package io.ploy.core.engine;

import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.ClockReading;
import io.ploy.api.order.VenueClock;
import io.ploy.core.breaker.ClockBreaker;
import io.ploy.core.risk.RiskWorld;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether our clock is right, as far as the venue's tells. Engine thread only. */
final class ClockWatch {
    /** The oldest reading of the venue's clock that counts. */
    static final Duration READ_WITHIN = Duration.ofMinutes(10);

    private final @Nullable VenueClock venue;
    private final String account;
    private final Broadcast broadcast;
    private @Nullable Instant watchedSince;
    private @Nullable ClockReading reading;
    private long skew = RiskWorld.UNKNOWN;
    private boolean told;

    /**
     * Knows nothing yet.
     *
     * @param venue the venue's clock, or null where it states no time
     */
    ClockWatch(@Nullable VenueClock venue, String account, Broadcast broadcast) {
        this.venue = venue;
        this.account = account;
        this.broadcast = broadcast;
    }

    /** How far the clocks are apart at least, in nanoseconds; unknown while the venue's was not read lately. */
    long skewNanos(Instant now) {
        // What is known changes by the looks alone, so that every gate of an order sees the same.
        if (skew == RiskWorld.UNKNOWN) {
            take(now);
        }
        return skew;
    }

    /** Takes in what was read, tells the breaker, and a person if nothing was read for long. */
    void look(Instant now, ClockBreaker breaker, Duration limit) {
        take(now);
        if (venue == null) {
            breaker.onNone();
            return;
        }
        ClockReading last = reading;
        if (last != null && skew != RiskWorld.UNKNOWN) {
            breaker.onReading(last.at(), Duration.ofNanos(skew), limit);
        }
        if (watchedSince == null) {
            watchedSince = now;
        }
        boolean lost =
                skew == RiskWorld.UNKNOWN && Duration.between(watchedSince, now).compareTo(READ_WITHIN) > 0;
        if (lost != told && (lost || skew != RiskWorld.UNKNOWN)) {
            told = lost;
            tell(last);
        }
    }

    private void take(Instant now) {
        if (venue == null) {
            skew = 0;
            return;
        }
        ClockReading last = venue.lastReading().orElse(null);
        reading = last;
        // A clock that was set meanwhile makes a reading old as well, in whichever direction.
        skew = last == null || Duration.between(last.at(), now).abs().compareTo(READ_WITHIN) > 0
                ? RiskWorld.UNKNOWN
                : last.leastDifference().toNanos();
    }

    private void tell(@Nullable ClockReading last) {
        if (told) {
            broadcast.alert(
                    AlertSeverity.WARNING,
                    "venue.clock",
                    account,
                    "The venue's time was not read for " + READ_WITHIN.toMinutes() + " min"
                            + (last == null ? "" : ", last at " + last.at())
                            + ". Nobody knows whether our clock is right, so nothing that adds risk is sent until it is read"
                            + " again. Look at the network.");
        } else {
            broadcast.alert(AlertSeverity.INFO, "venue.clock", account, "The venue's time was read again.");
        }
    }
}
