package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trips on a market whose holding nobody can value. */
public final class MarkUnknownBreaker {
    /** Its cause. */
    public static final String NAME = "mark-unknown";

    private final BreakerSettings.Mark settings;
    private final BreakerListener listener;
    private final Map<Scope, Instant> without = new LinkedHashMap<>();
    private final KnownScopes known = new KnownScopes();

    MarkUnknownBreaker(BreakerSettings.Mark settings, BreakerListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Something is held, and its mark is trusted or not.
     *
     * @param market its id
     * @param trusted whether the mark is; true too where nothing is held any more
     * @param now the time
     */
    public void onMark(String market, boolean trusted, Instant now) {
        Scope scope = Scope.market(market);
        if (!trusted) {
            without.putIfAbsent(scope, now);
            return;
        }
        without.remove(scope);
        if (known.clears(scope)) {
            listener.onClear(new Clear(NAME, scope, "everything held has a mark"));
        }
    }

    /**
     * Time passed; once a second will do.
     *
     * @param now the time
     */
    public void onTime(Instant now) {
        without.forEach((scope, since) -> {
            Duration age = Duration.between(since, now);
            if (age.compareTo(settings.unknownFor()) > 0 && known.trips(scope)) {
                listener.onTrip(new Trip(
                        NAME,
                        scope,
                        Severity.REDUCE,
                        Recovery.EVIDENCE,
                        new Compared(
                                "time without a mark",
                                age.toMillis(),
                                settings.unknownFor().toMillis(),
                                Unit.MILLIS)));
            }
        });
    }

    void forget(String market) {
        without.remove(Scope.market(market));
        known.forget(Scope.market(market));
    }
}
