package io.ploy.api.portfolio;

import io.ploy.api.Stable;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Quantity;

/**
 * A change of collateral into sets of outcomes or back, outside the book.
 *
 * @param id our name for it
 * @param kind what is done
 * @param market whose outcomes
 * @param quantity how many sets; for a redemption of everything held, zero
 */
@Stable
public record Operation(OperationId id, Kind kind, MarketId market, Quantity quantity) {
    /** What can be done with outcome sets. */
    @Stable
    public enum Kind {
        /** One USD becomes one share of each outcome. */
        SPLIT,
        /** One share of each outcome becomes one USD. */
        MERGE,
        /** Shares of a resolved market become their payout. */
        REDEEM
    }

    /** How far an operation has come. */
    @Stable
    public enum Status {
        /** Reserved, not yet sent. */
        REQUESTED,
        /** Sent to the chain. */
        SUBMITTED,
        /** Final: balances moved. */
        CONFIRMED,
        /** Final: nothing moved. */
        FAILED,
        /** It may or may not happen; what it needs stays reserved. */
        UNKNOWN
    }
}
