package io.ploy.connectors.polymarket.data;

import io.ploy.api.signing.Address;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which activity is wanted. Deposits and withdrawals are not left out.
 *
 * @param user whose: the wallet that holds the money, not the key
 * @param types what only; none for all but presents
 * @param conditionIds in which markets; none for all, at most 20
 * @param from not before, or null for the very first
 * @param to not after, or null for the newest
 */
public record ActivityFilter(
        Address user,
        Set<ActivityType> types,
        List<String> conditionIds,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Copies the collections. */
    public ActivityFilter {
        types = Set.copyOf(types);
        conditionIds = Conditions.checked(conditionIds);
        if (types.contains(ActivityType.UNKNOWN)) {
            throw new IllegalArgumentException("activity of an unknown type cannot be asked for");
        }
    }

    /** All activity of a user. */
    public static ActivityFilter of(Address user) {
        return new ActivityFilter(user, Set.of(), List.of(), null, null);
    }

    /** The same within a time. */
    public ActivityFilter between(@Nullable Instant notBefore, @Nullable Instant notAfter) {
        return new ActivityFilter(user, types, conditionIds, notBefore, notAfter);
    }
}
