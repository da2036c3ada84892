package io.ploy.api.venue;

import io.ploy.api.Experimental;

/**
 * One thing that was looked at to tell whether an account can trade.
 *
 * @param subject what was looked at, such as {@code allowances}
 * @param verdict what came of it
 * @param detail what was found and what to do about it; never a secret
 */
@Experimental
public record AccountCheck(String subject, Verdict verdict, String detail) {
    /** What came of a look. */
    @Experimental
    public enum Verdict {
        /** As it should be. */
        GOOD,
        /** Trading is possible, but something will be refused or should be known. */
        WARNING,
        /** Trading is not possible. */
        BAD
    }
}
