package io.ploy.core.breaker;

import io.ploy.api.money.Cash;
import io.ploy.core.breaker.Compared.Unit;

/** Trips when equity fell from its peak by the limit. A person's reset accepts that, and sets a new baseline. */
public final class DrawdownBreaker {
    /** Its cause. */
    public static final String NAME = "drawdown";

    private final BreakerListener listener;

    DrawdownBreaker(BreakerListener listener) {
        this.listener = listener;
    }

    /**
     * Equity was measured.
     *
     * @param scope the account or a strategy
     * @param drawdown the peak less what it is now, both without what was paid in or out
     * @param limit of it, positive; where there is one in USD and one in percent, the smaller amount
     * @param marked whether everything held has a trusted mark
     */
    public void onDrawdown(Scope scope, Cash drawdown, Cash limit, boolean marked) {
        if (limit.micros() <= 0) {
            throw new IllegalArgumentException("limit: found " + limit + ", allowed above 0");
        }
        if (marked && drawdown.micros() >= limit.micros()) {
            listener.onTrip(new Trip(
                    NAME,
                    scope,
                    Severity.REDUCE,
                    Recovery.PERSON,
                    new Compared("drawdown", drawdown.micros(), limit.micros(), Unit.USD)));
        }
    }
}
