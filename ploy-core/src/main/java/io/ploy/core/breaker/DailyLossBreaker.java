package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;

/** Trips when a day lost its limit. Gains never trip it: what is compared has a sign. */
public final class DailyLossBreaker {
    /** Its cause. */
    public static final String NAME = "daily-loss";

    private final BreakerSettings.Loss settings;
    private final BreakerListener listener;

    DailyLossBreaker(BreakerSettings.Loss settings, BreakerListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** The day's figures of one scope. */
    void onDay(DayFigures figures) {
        long profit = figures.profit().micros();
        long reduceAt = -figures.limit().micros();
        if (!figures.marked() || profit > reduceAt) {
            return;
        }
        long haltAt = -Portion.of(figures.limit().micros(), settings.haltBasisPoints());
        boolean halt = figures.scope().equals(Scope.ACCOUNT) && profit <= haltAt;
        listener.onTrip(new Trip(
                NAME,
                figures.scope(),
                halt ? Severity.HALT : Severity.REDUCE,
                Recovery.PERSON,
                new Compared("day P&L", profit, halt ? haltAt : reduceAt, Unit.USD)));
    }
}
