package io.ploy.api.portfolio;

import io.ploy.api.Experimental;
import io.ploy.api.money.Cash;
import java.time.Instant;

/**
 * Cash that the venue says it paid an account besides trading.
 *
 * @param kind what for
 * @param amount how much, above zero
 * @param at when, by the venue's clock
 * @param reference the venue's name for it, such as a transaction of the chain; may be empty
 */
@Experimental
public record Credit(Kind kind, Cash amount, Instant at, String reference) {
    /** What venues pay for. */
    @Experimental
    public enum Kind {
        /** For orders that rested, for bringing somebody, as interest. */
        REWARD,
        /** A part of fees. */
        REBATE
    }

    /** Checks that something was paid. */
    public Credit {
        if (amount.micros() <= 0) {
            throw new IllegalArgumentException("a credit of " + amount + " USD");
        }
    }
}
