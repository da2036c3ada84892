package io.ploy.api.risk;

import io.ploy.api.Stable;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.RiskReason;

/** What a rule says about an order. A rule can only make orders smaller or refuse them, never larger. */
@Stable
public sealed interface RiskDecision {
    /** The one instance of {@link Allow}. */
    RiskDecision ALLOW = new Allow();

    /**
     * Calls the method of this kind.
     *
     * @param <R> what the cases answer
     * @param cases one method for each kind
     * @return what the method answered
     */
    <R> R match(Cases<R> cases);

    /**
     * Allows a smaller order.
     *
     * @param quantity shares, at most what was asked
     * @param reason which rule made it smaller
     * @param detail the numbers compared, for people
     * @return the decision
     */
    static RiskDecision shrink(Quantity quantity, RiskReason reason, String detail) {
        return new Shrink(quantity, reason, detail);
    }

    /**
     * Refuses.
     *
     * @param reason which rule refused
     * @param detail the limit, the value and the rule, for people
     * @return the decision
     */
    static RiskDecision deny(RiskReason reason, String detail) {
        return new Deny(reason, detail);
    }

    /** The order may go on as it is. */
    @Stable
    record Allow() implements RiskDecision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.allow();
        }
    }

    /**
     * The order may go on if it is smaller.
     *
     * @param quantity shares, at most what was asked; zero refuses
     * @param reason which rule made it smaller
     * @param detail the numbers compared, for people
     */
    @Stable
    record Shrink(Quantity quantity, RiskReason reason, String detail) implements RiskDecision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.shrink(this);
        }
    }

    /**
     * The order may not go on.
     *
     * @param reason which rule refused
     * @param detail the limit, the value and the rule, for people
     */
    @Stable
    record Deny(RiskReason reason, String detail) implements RiskDecision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deny(this);
        }
    }

    /**
     * One method for each kind.
     *
     * @param <R> what the methods answer
     */
    @Stable
    interface Cases<R> {
        /**
         * Goes on as it is.
         *
         * @return the answer
         */
        R allow();

        /**
         * Goes on smaller.
         *
         * @param decision the decision
         * @return the answer
         */
        R shrink(Shrink decision);

        /**
         * Refused.
         *
         * @param decision the decision
         * @return the answer
         */
        R deny(Deny decision);
    }
}
