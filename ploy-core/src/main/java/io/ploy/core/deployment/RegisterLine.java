package io.ploy.core.deployment;

import java.time.Instant;

/**
 * One line of the register.
 *
 * @param number from 1, without a gap
 * @param at when it was written
 * @param by who wrote it
 * @param reason why, in a person's words
 * @param entry what it says
 */
public record RegisterLine(long number, Instant at, Actor by, String reason, RegisterEntry entry) {
    private static final int LONGEST_REASON = 2_000;

    /** Checks number and reason. */
    public RegisterLine {
        if (number < 1) {
            throw new IllegalArgumentException("lines are numbered from 1: " + number);
        }
        reason = reason.trim();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " letters: '" + reason + "'");
        }
    }
}
