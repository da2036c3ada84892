package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trips on live markets whose books are not trusted, for whatever reason: a stream that fell silent distrusts its books, too.
 * Clears once they were well for some time.
 */
public final class FeedBreaker {
    /** Its cause. */
    public static final String NAME = "feed";

    private final BreakerSettings.Feed settings;
    private final BreakerListener listener;
    private final Map<String, Market> markets = new LinkedHashMap<>();
    private final KnownScopes known = new KnownScopes();

    private static final class Market {
        private final Scope scope;
        private Instant since;
        private boolean trusted;

        private Market(Scope scope, Instant since) {
            this.scope = scope;
            this.since = since;
        }
    }

    FeedBreaker(BreakerSettings.Feed settings, BreakerListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * A live market is subscribed to.
     *
     * @param market its id
     * @param now the time
     */
    public void onSubscribed(String market, Instant now) {
        markets.putIfAbsent(market, new Market(Scope.market(market), now));
    }

    /**
     * A market is subscribed to no longer, or not live any more.
     *
     * @param market its id
     */
    public void onUnsubscribed(String market) {
        Market gone = markets.remove(market);
        if (gone != null) {
            known.forget(gone.scope);
        }
    }

    /**
     * A market's books are trusted, or one is not any more.
     *
     * @param market its id
     * @param trusted whether all are
     * @param now the time
     */
    public void onBook(String market, boolean trusted, Instant now) {
        @Nullable Market seen = markets.get(market);
        if (seen != null && seen.trusted != trusted) {
            seen.trusted = trusted;
            seen.since = now;
        }
    }

    /**
     * Time passed; once a second will do.
     *
     * @param now the time
     */
    public void onTime(Instant now) {
        for (Market market : markets.values()) {
            look(market, now);
        }
    }

    private void look(Market market, Instant now) {
        Duration limit = market.trusted ? settings.liveFor() : settings.untrusted();
        if (now.isBefore(market.since.plus(limit))) {
            return;
        }
        if (market.trusted) {
            if (known.clears(market.scope)) {
                listener.onClear(new Clear(NAME, market.scope, "live for " + limit.toSeconds() + " s"));
            }
        } else if (known.trips(market.scope)) {
            long found = Duration.between(market.since, now).toMillis();
            listener.onTrip(new Trip(
                    NAME,
                    market.scope,
                    Severity.REDUCE,
                    Recovery.EVIDENCE,
                    new Compared("time without a trusted book", found, limit.toMillis(), Unit.MILLIS)));
        }
    }
}
