package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trips on a market with an order in doubt, and on the account once there are many, or one for long. */
public final class UnknownOrderBreaker {
    /** Its cause. */
    public static final String NAME = "unknown-order";

    private final BreakerSettings.UnknownOrder settings;
    private final BreakerListener listener;
    private final Map<String, Doubt> doubts = new LinkedHashMap<>();

    private record Doubt(Scope market, Instant since) {}

    UnknownOrderBreaker(BreakerSettings.UnknownOrder settings, BreakerListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Nobody knows whether the venue has an order.
     *
     * @param order its id
     * @param market the market's id
     * @param since from when on; for an order of an earlier run the time of then
     * @param now the time
     */
    public void onUnknown(String order, String market, Instant since, Instant now) {
        Scope scope = Scope.market(market);
        if (doubts.putIfAbsent(order, new Doubt(scope, since)) != null) {
            return;
        }
        long inMarket = inMarket(scope);
        listener.onTrip(new Trip(
                NAME,
                scope,
                Severity.REDUCE,
                Recovery.EVIDENCE,
                new Compared("orders in doubt in the market", inMarket, 0, Unit.COUNT)));
        onTime(now);
    }

    /**
     * Evidence shows what became of an order.
     *
     * @param order its id
     */
    public void onResolved(String order) {
        Doubt gone = doubts.remove(order);
        if (gone != null && inMarket(gone.market) == 0) {
            listener.onClear(new Clear(NAME, gone.market, "no order is in doubt in the market"));
        }
    }

    /**
     * A market has no order in doubt, whatever an earlier run left.
     *
     * @param market its id
     */
    public void onNone(String market) {
        Scope scope = Scope.market(market);
        if (inMarket(scope) == 0) {
            listener.onClear(new Clear(NAME, scope, "no order is in doubt in the market"));
        }
    }

    /**
     * Time passed; once a second will do.
     *
     * @param now the time
     */
    public void onTime(Instant now) {
        if (doubts.size() > settings.accountLimit()) {
            trip(new Compared("orders in doubt", doubts.size(), settings.accountLimit(), Unit.COUNT));
        }
        Duration limit = settings.personAfter();
        for (Doubt doubt : doubts.values()) {
            Duration age = Duration.between(doubt.since, now);
            if (age.compareTo(limit) > 0) {
                trip(new Compared("age of an order in doubt", age.toMillis(), limit.toMillis(), Unit.MILLIS));
                return;
            }
        }
    }

    private void trip(Compared compared) {
        listener.onTrip(new Trip(NAME, Scope.ACCOUNT, Severity.HALT, Recovery.PERSON, compared));
    }

    private long inMarket(Scope market) {
        long count = 0;
        for (Doubt doubt : doubts.values()) {
            if (doubt.market.equals(market)) {
                count++;
            }
        }
        return count;
    }
}
