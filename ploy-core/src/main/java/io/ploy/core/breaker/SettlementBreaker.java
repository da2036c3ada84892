package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Trips when trades fail on chain too often, or when nothing can be sent to the chain. */
public final class SettlementBreaker {
    /** Its cause for trades that failed. */
    public static final String NAME = "settlement";

    private final BreakerSettings.Settlement settings;
    private final BreakerListener listener;
    private final Map<String, LastOutcomes> byMarket = new HashMap<>();
    private final RecentTimes failures;

    SettlementBreaker(BreakerSettings.Settlement settings, BreakerListener listener) {
        this.settings = settings;
        this.listener = listener;
        failures = new RecentTimes(settings.accountFailures(), settings.window());
    }

    /**
     * A leg became final, one way or the other.
     *
     * @param market its id
     * @param failed whether it was reversed; else it was confirmed
     * @param now the time
     */
    public void onLeg(String market, boolean failed, Instant now) {
        LastOutcomes legs = byMarket.computeIfAbsent(market, any -> new LastOutcomes(settings.legs()));
        legs.add(failed);
        if (!failed) {
            return;
        }
        long most = Portion.of(settings.legs(), settings.failedBasisPoints());
        if (legs.failures() > most) {
            String what = "failed legs of the last " + settings.legs();
            trip(Scope.market(market), new Compared(what, legs.failures(), most, Unit.COUNT));
        }
        failures.add(now);
        int recent = failures.count(now);
        if (recent >= settings.accountFailures()) {
            String what = "failed legs in " + Compared.text(settings.window());
            trip(Scope.ACCOUNT, new Compared(what, recent, settings.accountFailures(), Unit.COUNT));
        }
    }

    private void trip(Scope scope, Compared compared) {
        listener.onTrip(new Trip(NAME, scope, Severity.REDUCE, Recovery.PERSON, compared));
    }

    /**
     * A person looked at what failed: it counts no longer.
     *
     * @param scope a market or the account
     */
    void onReset(Scope scope) {
        if (scope.kind() == Scope.Kind.MARKET) {
            byMarket.remove(scope.name());
        } else {
            failures.clear();
        }
    }

    void forget(String market) {
        byMarket.remove(market);
    }
}
