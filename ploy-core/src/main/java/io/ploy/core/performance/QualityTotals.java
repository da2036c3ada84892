package io.ploy.core.performance;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Sums of every measure over the fills of one strategy. */
final class QualityTotals {
    private final long[] fills = new long[MeasuredFill.MEASURES];
    private final long[] shares = new long[MeasuredFill.MEASURES];
    private final long[] totals = new long[MeasuredFill.MEASURES];

    void add(MeasuredFill fill, int measure) {
        count(fill, measure, 1);
    }

    /** Takes out whatever was added of a fill. */
    void remove(MeasuredFill fill) {
        for (int i = 0; i < MeasuredFill.MEASURES; i++) {
            count(fill, i, -1);
        }
    }

    private void count(MeasuredFill fill, int measure, int sign) {
        if (fill.knows(measure)) {
            long quantity = fill.fill().quantity().micros();
            fills[measure] += sign;
            shares[measure] = Math.addExact(shares[measure], sign * quantity);
            totals[measure] = Math.addExact(
                    totals[measure],
                    sign * FixedPoint.mulDiv(fill.measure(measure), quantity, FixedPoint.ONE, RoundingMode.HALF_EVEN));
        }
    }

    StrategyQuality quality(String strategy) {
        List<QualitySum> markOuts = new ArrayList<>();
        for (int i = MeasuredFill.FIRST_MARK_OUT; i < MeasuredFill.MEASURES; i++) {
            markOuts.add(sum(i));
        }
        return new StrategyQuality(strategy, sum(MeasuredFill.SLIPPAGE), sum(MeasuredFill.SHORTFALL), markOuts);
    }

    private QualitySum sum(int measure) {
        return new QualitySum(fills[measure], Quantity.ofMicros(shares[measure]), Cash.ofMicros(totals[measure]));
    }
}
