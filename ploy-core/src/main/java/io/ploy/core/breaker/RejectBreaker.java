package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Trips on a strategy whose orders the venue refuses again and again. */
public final class RejectBreaker {
    /** Its cause. */
    public static final String NAME = "reject";

    private final BreakerSettings.Reject settings;
    private final BreakerListener listener;
    private final Map<Scope, RecentTimes> byStrategy = new HashMap<>();

    RejectBreaker(BreakerSettings.Reject settings, BreakerListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * The venue refused an order, and its mode does not explain it.
     *
     * @param strategy whose
     * @param now the time
     */
    void onReject(String strategy, Instant now) {
        Scope scope = Scope.strategy(strategy);
        RecentTimes times =
                byStrategy.computeIfAbsent(scope, any -> new RecentTimes(settings.rejects(), settings.window()));
        times.add(now);
        int count = times.count(now);
        if (count >= settings.rejects()) {
            String what = "refusals of the venue in " + settings.window().toSeconds() + " s";
            listener.onTrip(new Trip(
                    NAME,
                    scope,
                    Severity.REDUCE,
                    Recovery.PERSON,
                    new Compared(what, count, settings.rejects(), Unit.COUNT)));
        }
    }

    void onReset(Scope strategy) {
        byStrategy.remove(strategy);
    }
}
