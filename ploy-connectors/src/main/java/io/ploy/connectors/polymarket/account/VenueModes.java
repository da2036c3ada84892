package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the venue's mode by its answers to orders, never by a calendar. While a mode does not take an order, none is sent
 * but one now and then to find out.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class VenueModes {
    private static final Duration POST_ONLY_AFTER_RESTART = Duration.ofMinutes(2);
    private static final Duration SHORTEST_PROBE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(60);

    private final TimeSource time;
    private final Consumer<VenueMode> watcher;
    private VenueMode mode = VenueMode.NORMAL;
    private Duration pause = SHORTEST_PROBE;
    private long probeAt;
    private @Nullable Long unrestAt;

    /**
     * A venue thought to take everything.
     *
     * @param watcher told of each change, on the thread that brings it
     */
    VenueModes(TimeSource time, Consumer<VenueMode> watcher) {
        this.time = time;
        this.watcher = watcher;
    }

    synchronized VenueMode mode() {
        return mode;
    }

    /**
     * Whether to send an order now. Answering yes in a mode that does not take it makes this the probe.
     *
     * @param postOnly whether it may only rest
     */
    synchronized boolean admits(boolean postOnly) {
        if (mode.takes(postOnly)) {
            return true;
        }
        if (time.nanos() - probeAt < 0) {
            return false;
        }
        pauseFor(pause);
        return true;
    }

    /** The venue answered an order in substance, whatever it said. */
    synchronized void answered(boolean postOnly) {
        if (mode.takes(postOnly)) {
            return;
        }
        if (mode == VenueMode.RESTARTING) {
            // The venue takes post-only orders alone for two minutes after a restart, and says so only when asked.
            move(VenueMode.POST_ONLY);
            pauseFor(POST_ONLY_AFTER_RESTART);
        } else {
            pause = SHORTEST_PROBE;
            move(VenueMode.NORMAL);
        }
    }

    /** An order failed. Failures that say nothing of the venue's mode change nothing. */
    synchronized void failed(RequestException failure) {
        VenueMode shown = shownBy(failure.failure());
        if (shown != null) {
            shows(shown, failure.retryAfter().orElse(null));
        }
    }

    /** An order was refused for its protocol version. */
    synchronized void versionRefused() {
        shows(VenueMode.VERSION_UNKNOWN, null);
    }

    private void shows(VenueMode shown, @Nullable Duration retryAfter) {
        pause = mode == shown ? longer(pause) : SHORTEST_PROBE;
        Duration usual = shown == VenueMode.POST_ONLY ? POST_ONLY_AFTER_RESTART : pause;
        pauseFor(retryAfter == null ? usual : retryAfter);
        move(shown);
    }

    /** A read failed. That moves no mode, since none is sent for it, but the venue may not have been in order. */
    synchronized void readFailed(RequestException failure) {
        if (shownBy(failure.failure()) != null) {
            unrestAt = time.nanos();
        }
    }

    /** Whether the venue took everything for so long, as far as its answers said. */
    synchronized boolean normalFor(Duration length) {
        return mode == VenueMode.NORMAL && (unrestAt == null || time.nanos() - unrestAt >= length.toNanos());
    }

    private static @Nullable VenueMode shownBy(Failure failure) {
        return switch (failure) {
            case RESTARTING -> VenueMode.RESTARTING;
            case POST_ONLY_MODE -> VenueMode.POST_ONLY;
            case CANCEL_ONLY_MODE -> VenueMode.CANCEL_ONLY;
            case TRADING_DISABLED -> VenueMode.DISABLED;
            default -> null;
        };
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PROBE) > 0 ? LONGEST_PROBE : twice;
    }

    private void pauseFor(Duration wait) {
        probeAt = time.nanos() + wait.toNanos();
    }

    private void move(VenueMode to) {
        if (mode != to) {
            mode = to;
            unrestAt = time.nanos();
            watcher.accept(to);
        }
    }
}
