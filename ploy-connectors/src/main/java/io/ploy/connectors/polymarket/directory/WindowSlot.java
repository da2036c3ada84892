package io.ploy.connectors.polymarket.directory;

import java.time.Instant;

/**
 * The time of one window of a series, whether or not there is a market for it.
 *
 * @param start the window's first moment
 * @param end the next window's first moment
 */
public record WindowSlot(Instant start, Instant end) {
    /** Checks the order of the times. */
    public WindowSlot {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a window cannot end at or before its start: " + start + " to " + end);
        }
    }

    /** Whether a moment is in it; the end is not. */
    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
