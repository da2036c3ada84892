package io.ploy.testkit.polymarket.record;

/**
 * How much the venue remembers.
 *
 * @param closedOrders orders that are gone, at least 1; open ones are never forgotten
 * @param trades trades, at least 1, one for every price an order took at
 */
public record RecordLimits(int closedOrders, int trades) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if a number is below 1
     */
    public RecordLimits {
        if (closedOrders < 1 || trades < 1) {
            throw new IllegalArgumentException("a venue remembers at least one closed order and one trade, not "
                    + closedOrders + " and " + trades);
        }
    }

    /**
     * Enough for hours of one account's trading, and some ten megabytes at the most.
     *
     * @return 50,000 of either
     */
    public static RecordLimits usual() {
        return new RecordLimits(50_000, 50_000);
    }
}
