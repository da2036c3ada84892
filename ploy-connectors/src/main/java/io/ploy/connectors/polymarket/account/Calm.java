package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether venue and user channel were in order for a while, so that what is not in a read is not at the venue.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class Calm {
    private static final Duration NORMAL_BEFORE = Duration.ofSeconds(5);

    private final VenueModes modes;
    private final TimeSource time;
    private @Nullable Long connectedAt;

    Calm(VenueModes modes, TimeSource time) {
        this.modes = modes;
        this.time = time;
    }

    /**
     * The user channel is there.
     *
     * @return whether it was not before
     */
    synchronized boolean connected() {
        boolean came = connectedAt == null;
        if (came) {
            connectedAt = time.nanos();
        }
        return came;
    }

    /**
     * The user channel is gone.
     *
     * @return whether it was there before
     */
    synchronized boolean lost() {
        boolean went = connectedAt != null;
        connectedAt = null;
        return went;
    }

    /** A read failed, which may say that the venue is not in order. */
    void failed(RequestException failure) {
        modes.readFailed(failure);
    }

    /**
     * What was not in order since a moment.
     *
     * @param nanos the moment, by the time source's elapsed time
     * @return in words; empty if all was in order
     */
    String disturbanceSince(long nanos) {
        Long connected;
        synchronized (this) {
            connected = connectedAt;
        }
        if (connected == null || connected - nanos > 0) {
            return "the user channel was not connected all the time";
        }
        Duration needed = Duration.ofNanos(time.nanos() - nanos).plus(NORMAL_BEFORE);
        return modes.normalFor(needed)
                ? ""
                : "the venue was in another mode than " + VenueMode.NORMAL + " meanwhile or just before";
    }
}
