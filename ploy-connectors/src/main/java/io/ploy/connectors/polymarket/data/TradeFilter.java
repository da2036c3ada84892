package io.ploy.connectors.polymarket.data;

import io.ploy.api.market.Side;
import io.ploy.api.signing.Address;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which trades are wanted.
 *
 * @param user whose: the wallet that holds the money, not the key; null for everybody's
 * @param conditionIds in which markets; none for all, at most 20
 * @param side which side only, or null for both
 * @param takerOnly whether a trade is wanted once, as its taker sees it; else its makers' sides come too
 * @param from not before, or null for the very first; counts only with a user
 * @param to not after, or null for the newest; counts only with a user
 */
public record TradeFilter(
        @Nullable Address user,
        List<String> conditionIds,
        @Nullable Side side,
        boolean takerOnly,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Copies the list. */
    public TradeFilter {
        conditionIds = Conditions.checked(conditionIds);
    }

    /** All trades of a user, whatever part he had in them. */
    public static TradeFilter of(Address user) {
        return new TradeFilter(user, List.of(), null, false, null, null);
    }

    /** The trades of a market, each once. */
    public static TradeFilter in(String conditionId) {
        return new TradeFilter(null, List.of(conditionId), null, true, null, null);
    }

    /** The same within a time. */
    public TradeFilter between(@Nullable Instant notBefore, @Nullable Instant notAfter) {
        return new TradeFilter(user, conditionIds, side, takerOnly, notBefore, notAfter);
    }
}
