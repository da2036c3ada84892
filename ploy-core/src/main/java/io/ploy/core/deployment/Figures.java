package io.ploy.core.deployment;

import io.ploy.api.money.Cash;
import java.util.OptionalDouble;

/**
 * What a strategy did while it was tried.
 *
 * @param entries independent entries: everything in one event, or in one market that belongs to none, counts once
 * @param netProfit after fees, over all entries
 * @param tStatistic of the mean net profit of an entry; absent for fewer than two entries, or if all made the same
 * @param maxDrawdown the largest fall of equity from a high, 0 or more
 * @param brierVsMarket Brier score of the strategy's probabilities less that of the market's prices, negative where the
 *     strategy knew better; absent if it tells none
 * @param worstDay the lowest profit of a day in UTC, below zero for a loss
 */
public record Figures(
        int entries,
        Cash netProfit,
        OptionalDouble tStatistic,
        Cash maxDrawdown,
        OptionalDouble brierVsMarket,
        Cash worstDay) {
    /** Checks the ranges. */
    public Figures {
        if (entries < 0 || maxDrawdown.isNegative()) {
            throw new IllegalArgumentException("entries and drawdown are 0 or more: " + entries + ", " + maxDrawdown);
        }
        if (!isFinite(tStatistic) || !isFinite(brierVsMarket)) {
            throw new IllegalArgumentException("figures are finite: " + tStatistic + ", " + brierVsMarket);
        }
    }

    private static boolean isFinite(OptionalDouble figure) {
        return figure.isEmpty() || Double.isFinite(figure.getAsDouble());
    }
}
