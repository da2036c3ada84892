package io.ploy.testkit.polymarket.mode;

import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The venue's mode, switched at once or by a plan. Used on the venue's thread. */
public final class ModeSwitch {
    /** How long the venue's engine is away when it restarts. */
    public static final Duration RESTART = Duration.ofSeconds(90);
    /** How long it takes only post-only orders after that. */
    public static final Duration POST_ONLY_AFTER_RESTART = Duration.ofMinutes(2);

    private final Timeline timeline;
    private VenueMode mode = VenueMode.NORMAL;
    private @Nullable Instant until;
    private long switches;

    /**
     * A switch at {@link VenueMode#NORMAL}.
     *
     * @param timeline the venue's time
     */
    public ModeSwitch(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * The mode now.
     *
     * @return the mode
     */
    public VenueMode mode() {
        return mode;
    }

    /**
     * Switches until further notice. Cancels what was to follow the mode before, but no restart planned for later.
     *
     * @param next the mode from now on
     */
    public void set(VenueMode next) {
        switches++;
        mode = next;
        until = null;
    }

    /**
     * Switches for a time, then back to normal.
     *
     * @param next the mode from now on
     * @param time how long, above zero
     */
    public void set(VenueMode next, Duration time) {
        set(next, time, () -> set(VenueMode.NORMAL));
    }

    /**
     * Plans a restart as the venue does it every week: away for 90 seconds, then two minutes of post-only.
     *
     * @param at when it begins; a time gone by means now
     */
    public void restart(Instant at) {
        timeline.schedule(
                at, () -> set(VenueMode.RESTARTING, RESTART, () -> set(VenueMode.POST_ONLY, POST_ONLY_AFTER_RESTART)));
    }

    private void set(VenueMode next, Duration time, Runnable then) {
        set(next);
        long mine = switches;
        Instant end = timeline.now().plus(time);
        until = end;
        timeline.schedule(end, () -> {
            if (mine == switches) {
                then.run();
            }
        });
    }

    /**
     * Lets orders in, or not.
     *
     * @param postOnly whether every one of them is post-only
     * @throws RefusedException with the venue's words if the mode forbids them
     */
    public void admitOrders(boolean postOnly) {
        admit();
        if (mode == VenueMode.CANCEL_ONLY) {
            throw refused(
                    "Trading is currently cancel-only. New orders are not accepted, but cancels are allowed.", "");
        }
        if (mode == VenueMode.POST_ONLY && !postOnly) {
            throw refused(
                    "post-only mode: only post-only orders and cancels are allowed", ",\"code\":\"post_only_mode\"");
        }
    }

    /**
     * Lets cancels in, or not.
     *
     * @throws RefusedException with the venue's words if the mode forbids them
     */
    public void admitCancels() {
        admit();
    }

    private void admit() {
        if (mode == VenueMode.RESTARTING) {
            // The venue's words for it are not known; clients go by the status.
            throw new RefusedException(425, "Too Early");
        }
        if (mode == VenueMode.DISABLED) {
            throw refused("Trading is currently disabled. Check polymarket.com for updates", "");
        }
    }

    private RefusedException refused(String error, String code) {
        String wait = until == null ? "" : ",\"retry_after_seconds\":" + secondsLeft(until);
        return new RefusedException(error, WireAnswer.json(503, "{\"error\":\"" + error + "\"" + code + wait + "}"));
    }

    private long secondsLeft(Instant end) {
        return Duration.between(timeline.now(), end).plusNanos(999_999_999).toSeconds();
    }
}
