package io.ploy.core.time;

import java.time.Clock;

/** The machine's clock. */
public final class SystemClock {
    private SystemClock() {}

    /**
     * The time of the machine.
     *
     * @return UTC
     */
    public static Clock utc() {
        return Clock.systemUTC();
    }
}
