package io.ploy.core.deployment;

import io.ploy.api.money.Cash;
import java.util.Collection;
import java.util.OptionalDouble;

/** What independent entries earned, taken together. */
public final class EntryStatistics {
    private EntryStatistics() {}

    /**
     * How far the mean profit of an entry lies above zero, in standard errors: mean / (s / √n), s with n − 1.
     *
     * @param profits net of fees, one for each independent entry
     * @return absent for fewer than two entries, or if all made the same
     */
    public static OptionalDouble tStatistic(Collection<Cash> profits) {
        int n = profits.size();
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double mean = profits.stream().mapToDouble(Cash::toDouble).sum() / n;
        double squares = profits.stream()
                .mapToDouble(profit -> (profit.toDouble() - mean) * (profit.toDouble() - mean))
                .sum();
        double error = Math.sqrt(squares / (n - 1) / n);
        return error > 0 ? OptionalDouble.of(mean / error) : OptionalDouble.empty();
    }

    /**
     * The sum.
     *
     * @param profits net of fees
     */
    public static Cash total(Collection<Cash> profits) {
        return profits.stream().reduce(Cash.ZERO, Cash::plus);
    }
}
