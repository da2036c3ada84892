package io.ploy.testkit.polymarket.scenario;

import org.jspecify.annotations.Nullable;

/** Something that must be true when a scenario is over. */
public sealed interface Expectation {
    /**
     * A fault struck so often. Without one, every fault of a scenario that was not a probability must have struck.
     *
     * @param fault its name
     * @param range how often
     */
    record Fired(String fault, Range range) implements Expectation {}

    /**
     * So many requests came.
     *
     * @param method upper case; null for any
     * @param path whole, or its beginning up to a slash
     * @param range how many
     */
    record Requests(@Nullable String method, String path, Range range) implements Expectation {}

    /**
     * The venue took so many orders of an account.
     *
     * @param account its name
     * @param status the venue's word for what they came to; null for any
     * @param range how many
     */
    record Orders(String account, @Nullable String status, Range range) implements Expectation {}

    /**
     * The client raised an alert so often, as it told the venue's control service or {@code report}.
     *
     * @param code the alert's
     * @param range how often
     */
    record Alerts(String code, Range range) implements Expectation {}

    /**
     * The client told the positions the account really has.
     *
     * @param account its name
     */
    record Positions(String account) implements Expectation {}

    /**
     * A count.
     *
     * @param least at least
     * @param most at most
     */
    record Range(long least, long most) {
        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if it is wrong
         */
        public Range {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException(
                        "least " + least + ", most " + most + "; allowed 0 <= least <= most");
            }
        }

        boolean has(long count) {
            return count >= least && count <= most;
        }

        @Override
        public String toString() {
            if (least == most) {
                return "exactly " + least;
            }
            return most == Long.MAX_VALUE ? "at least " + least : least + " to " + most;
        }
    }
}
