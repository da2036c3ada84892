package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;
import java.time.Instant;

/** Trips when orders or fills of a minute are many, and many times what is usual. */
public final class TradeRateBreaker {
    /** Its cause. */
    public static final String NAME = "trade-rate";

    private final BreakerSettings.TradeRate settings;
    private final BreakerListener listener;
    private final MinuteCounts orders = new MinuteCounts();
    private final MinuteCounts fills = new MinuteCounts();

    TradeRateBreaker(BreakerSettings.TradeRate settings, BreakerListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * An order was accepted.
     *
     * @param now the time
     */
    public void onOrder(Instant now) {
        look("orders in a minute", orders, now);
    }

    /**
     * An order was filled, in part or whole.
     *
     * @param now the time
     */
    public void onFill(Instant now) {
        look("fills in a minute", fills, now);
    }

    private void look(String what, MinuteCounts counts, Instant now) {
        int count = counts.add(now);
        if (count <= settings.perMinute()) {
            return;
        }
        long limit = Math.max(settings.perMinute(), (long) settings.timesMedian() * counts.median(now));
        if (count > limit) {
            listener.onTrip(new Trip(
                    NAME,
                    Scope.ACCOUNT,
                    Severity.REDUCE,
                    Recovery.PERSON,
                    new Compared(what, count, limit, Unit.COUNT)));
        }
    }

    void onReset() {
        orders.clearMinute();
        fills.clearMinute();
    }
}
