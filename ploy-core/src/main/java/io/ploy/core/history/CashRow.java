package io.ploy.core.history;

import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cash came or went. The amounts of all rows add up to what the account has, counting fills that are not final.
 *
 * @param sequence of its record; the key
 * @param at engine time
 * @param kind why
 * @param strategy whose doing, or null if it is the account's
 * @param market where, or null if in none
 * @param reference the fill or operation, or why in words
 * @param amount positive if it came, after fees
 * @param balance what the account has after it
 */
public record CashRow(
        long sequence,
        Instant at,
        Kind kind,
        @Nullable String strategy,
        @Nullable MarketId market,
        String reference,
        Cash amount,
        Cash balance)
        implements HistoryRow {
    /** Why cash moves. */
    public enum Kind {
        /** Opening balance, deposit, withdrawal or correction, in a journal that did not tell which. */
        FLOW,
        /** A fill was seen. */
        FILL,
        /** A fill became final with another fee than was estimated. */
        FEE,
        /** A fill was undone. */
        REVERSAL,
        /** Sets were made of cash. */
        SPLIT,
        /** Sets were made cash again. */
        MERGE,
        /** A conversion paid. */
        CONVERSION,
        /** A resolved market paid. */
        REDEMPTION,
        /** A record that had been set aside was processed after all. */
        RETRY,
        /** Opening balance, or the owner put it in. */
        DEPOSIT,
        /** The owner took it out. */
        WITHDRAWAL,
        /** The venue paid for orders that rested and the like. */
        REWARD,
        /** The venue gave back fees. */
        REBATE,
        /** The chain was paid. */
        GAS,
        /** A comparison with the venue corrected the books, or that was taken back since somebody said what it was. */
        ADJUSTMENT
    }
}
