package io.ploy.testkit.polymarket.server.fault;

import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of an answer after the venue did what was asked.
 *
 * @param hold venue time it waits, not negative
 * @param answer what is sent, the venue's or another
 * @param cut where it breaks off
 */
public record OnAnswer(Duration hold, WireAnswer answer, Optional<Cut> cut) {
    /** Checks the time. */
    public OnAnswer {
        if (hold.isNegative()) {
            throw new IllegalArgumentException("held for a negative time: " + hold);
        }
    }

    /**
     * Sends an answer, whole and at once.
     *
     * @param answer the venue's or another
     * @return the decision
     */
    public static OnAnswer send(WireAnswer answer) {
        return new OnAnswer(Duration.ZERO, answer, Optional.empty());
    }

    /**
     * The same, broken off.
     *
     * @param where and how
     * @return the decision
     */
    public OnAnswer cutAt(Cut where) {
        return new OnAnswer(hold, answer, Optional.of(where));
    }

    /**
     * The same, later.
     *
     * @param time venue time to wait
     * @return the decision
     */
    public OnAnswer heldFor(Duration time) {
        return new OnAnswer(time, answer, cut);
    }
}
