package io.ploy.connectors.polymarket.data;

import io.ploy.api.signing.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which positions are wanted. Small ones are never left out.
 *
 * @param user whose: the wallet that holds the money, not the key; null for everybody's in one market
 * @param conditionIds in which markets; none for all of a user, at most 20
 * @param status in which state
 * @param archived whether those in hidden markets are wanted too
 */
public record PositionFilter(
        @Nullable Address user, List<String> conditionIds, PositionStatus status, boolean archived) {
    /** Copies the list. */
    public PositionFilter {
        conditionIds = Conditions.checked(conditionIds);
        if (user == null && conditionIds.size() != 1) {
            throw new IllegalArgumentException(
                    "positions are asked for by user or by exactly one market, not by " + conditionIds.size());
        }
        if (status == PositionStatus.UNKNOWN || (status == PositionStatus.REDEEMABLE_LOST && user == null)) {
            throw new IllegalArgumentException(
                    "positions of status " + status + " cannot be asked for" + (user == null ? " without a user" : ""));
        }
        if (archived && status == PositionStatus.CLOSED) {
            throw new IllegalArgumentException("closed positions cannot be asked for together with hidden markets");
        }
    }

    /** What a user holds. */
    public static PositionFilter of(Address user) {
        return new PositionFilter(user, List.of(), PositionStatus.OPEN, false);
    }

    /** The same with another state. */
    public PositionFilter in(PositionStatus wanted) {
        return new PositionFilter(user, conditionIds, wanted, archived);
    }
}
