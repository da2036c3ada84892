package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Trips on the account once two readings of the venue's clock in a row say that ours is wrong: one alone may be odd, and only
 * keeps orders back. Clears with the first that says ours is right. No reading is no evidence.
 */
public final class ClockBreaker {
    /** Its cause. */
    public static final String NAME = "clock";

    private static final int READINGS = 2;
    private static final long MILLI = 1_000_000;

    private final BreakerListener listener;
    private final KnownScopes known = new KnownScopes();
    private @Nullable Instant lastWrong;
    private int wrong;

    ClockBreaker(BreakerListener listener) {
        this.listener = listener;
    }

    /**
     * The newest reading of the venue's clock. The same one again is no news.
     *
     * @param at when it was read
     * @param difference how far the clocks are apart at least
     * @param limit how far they may be
     */
    public void onReading(Instant at, Duration difference, Duration limit) {
        if (difference.compareTo(limit) <= 0) {
            wrong = 0;
            lastWrong = null;
            clear("our clock is right as far as the venue's tells");
            return;
        }
        if (!at.equals(lastWrong)) {
            lastWrong = at;
            wrong++;
        }
        if (wrong >= READINGS && known.trips(Scope.ACCOUNT)) {
            listener.onTrip(new Trip(
                    NAME,
                    Scope.ACCOUNT,
                    Severity.HALT,
                    Recovery.EVIDENCE,
                    new Compared(
                            "difference of our clock and the venue's",
                            millis(difference),
                            millis(limit),
                            Unit.MILLIS)));
        }
    }

    /** The venue states no time, whatever an earlier run left. */
    public void onNone() {
        clear("the venue states no time");
    }

    private void clear(String why) {
        if (known.clears(Scope.ACCOUNT)) {
            listener.onClear(new Clear(NAME, Scope.ACCOUNT, why));
        }
    }

    /** Rounded up, so that what is above a limit shows as above it. */
    private static long millis(Duration time) {
        return time.plusNanos(MILLI - 1).toMillis();
    }
}
