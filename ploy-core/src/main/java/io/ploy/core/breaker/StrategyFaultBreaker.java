package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;

/** Trips on a strategy that failed: it threw, or was stopped for being slow again and again. */
public final class StrategyFaultBreaker {
    /** Its cause. */
    public static final String NAME = "strategy-fault";

    private final BreakerListener listener;

    StrategyFaultBreaker(BreakerListener listener) {
        this.listener = listener;
    }

    /**
     * It failed.
     *
     * @param strategy which
     * @param fault what, in words
     */
    public void onFault(String strategy, String fault) {
        Compared compared = new Compared("failures (" + fault + ")", 1, 0, Unit.COUNT);
        listener.onTrip(new Trip(NAME, Scope.strategy(strategy), Severity.HALT, Recovery.PERSON, compared));
    }
}
