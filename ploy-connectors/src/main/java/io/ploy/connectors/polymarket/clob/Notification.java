package io.ploy.connectors.polymarket.clob;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the venue wants its user to know.
 *
 * @param id names it for dropping, or null if the venue does not say
 * @param kind what it is about
 * @param owner the key it is for; empty if it is for all
 * @param payload details as JSON, different for each kind
 * @param at when it was made, or null if not said
 */
public record Notification(
        @Nullable Long id,
        Kind kind,
        String owner,
        String payload,
        @Nullable Instant at) {
    /** What a notification is about. */
    public enum Kind {
        /** An order was cancelled. */
        ORDER_CANCELLED(1),
        /** An order matched. */
        FILL(2),
        /** A market was registered. */
        MARKET_REGISTERED(3),
        /** A market was resolved. */
        MARKET_RESOLVED(4),
        /** A reward was paid. */
        REWARD(5),
        /** A comment was answered. */
        CHILD_COMMENT(6),
        /** Yield was paid. */
        YIELD(7),
        /** A match did not settle. */
        FILL_FAILED(8),
        /** A position was redeemed. */
        AUTO_REDEEMED(9),
        /** A combo was redeemed. */
        COMBO_AUTO_REDEEMED(10),
        /** A number that is not in this list. */
        UNKNOWN(-1);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        static Kind of(long number) {
            for (Kind kind : values()) {
                if (kind.number == number) {
                    return kind;
                }
            }
            return UNKNOWN;
        }
    }
}
