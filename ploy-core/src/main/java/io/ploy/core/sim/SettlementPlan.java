package io.ploy.core.sim;

import io.ploy.api.order.SettlementStatus;
import java.time.Duration;
import java.util.List;

/**
 * The way of a bucket of a trade from the match on. The last step decides: if it is {@code CONFIRMED} balances move then,
 * if it is {@code FAILED} what was held is released, and otherwise the bucket stays where it is for ever. A
 * {@code CONFIRMED} before the last step is told and moves nothing: the venue was wrong.
 *
 * @param steps in the order of their times
 */
public record SettlementPlan(List<Step> steps) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a step is earlier than the one before
     */
    public SettlementPlan {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).after.compareTo(steps.get(i - 1).after) < 0) {
                throw new IllegalArgumentException("steps out of order: " + steps);
            }
        }
    }

    /**
     * One step.
     *
     * @param after since the match, not negative
     * @param status what is told
     */
    public record Step(Duration after, SettlementStatus status) {
        /**
         * Checks the time.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Step {
            VenueTerms.notNegative("after", after);
        }
    }
}
