package io.ploy.api.portfolio;

import io.ploy.api.Stable;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Quantity;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of collateral into sets of outcomes or back, or of shares of some markets of an event into others, outside the book.
 *
 * @param id our name for it
 * @param kind what is done
 * @param market whose outcomes; of a conversion the first market that is given
 * @param quantity how many sets; for a redemption of everything held, zero
 * @param conversion the markets of a conversion, null for all others
 */
@Stable
public record Operation(
        OperationId id,
        Kind kind,
        MarketId market,
        Quantity quantity,
        @Nullable Conversion conversion) {
    /**
     * Checks that just a conversion has its markets.
     *
     * @throws IllegalArgumentException if it has none, or another has some
     */
    public Operation {
        if ((kind == Kind.CONVERT) != (conversion != null)) {
            throw new IllegalArgumentException(kind + " with conversion " + conversion);
        }
        if (conversion != null && !conversion.given().get(0).equals(market)) {
            throw new IllegalArgumentException("a conversion's market is the first that is given, not " + market);
        }
    }

    /**
     * An operation on one market.
     *
     * @param id our name for it
     * @param kind what is done, anything but a conversion
     * @param market whose outcomes
     * @param quantity how many sets; for a redemption of everything held, zero
     */
    public Operation(OperationId id, Kind kind, MarketId market, Quantity quantity) {
        this(id, kind, market, quantity, null);
    }

    /**
     * A conversion.
     *
     * @param id our name for it
     * @param conversion of which markets into which
     * @param quantity how many shares of each market that is given
     * @return an operation
     */
    public static Operation convert(OperationId id, Conversion conversion, Quantity quantity) {
        return new Operation(id, Kind.CONVERT, conversion.given().get(0), quantity, conversion);
    }

    /**
     * All markets whose shares move.
     *
     * @return one, but for a conversion: those that are given first, then those that are received
     */
    public List<MarketId> markets() {
        return conversion == null
                ? List.of(market)
                : Stream.concat(conversion.given().stream(), conversion.received().stream())
                        .toList();
    }

    /** What can be done with outcome sets. */
    @Stable
    public enum Kind {
        /** One USD becomes one share of each outcome. */
        SPLIT,
        /** One share of each outcome becomes one USD. */
        MERGE,
        /** Shares of a resolved market become their payout. */
        REDEEM,
        /** Second outcomes of some markets of an event become the first outcomes of all others, and USD. */
        CONVERT
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
