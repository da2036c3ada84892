package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.TickSize;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A market a channel was told of, and how far each of its two books is known. */
final class KnownMarket {
    /** How far the venue's clock may be ahead of ours. */
    private static final long MOST_AHEAD_MILLIS = 60_000;

    final KnownInstrument first;
    final KnownInstrument second;
    final char[] letters;
    boolean forgotten;
    private Market market;
    private boolean negRisk;

    KnownMarket(VenueMarket definition) {
        market = definition.market();
        letters = lettersOf(market.id().symbol());
        negRisk = definition.negRisk();
        first = new KnownInstrument(this, market.first().instrument());
        second = new KnownInstrument(this, market.second().instrument());
        first.rulesChanged();
        second.rulesChanged();
    }

    /** How an id stands in JSON, or what never stands there if it were to be escaped. */
    private static char[] lettersOf(String symbol) {
        boolean plain = symbol.chars().allMatch(each -> each >= ' ' && each != '"' && each != '\\');
        return plain ? symbol.toCharArray() : new char[1];
    }

    void redefine(VenueMarket definition) {
        boolean sameTick =
                market.rules().tickSize().equals(definition.market().rules().tickSize());
        market = definition.market();
        negRisk = definition.negRisk();
        if (!sameTick) {
            first.rulesChanged();
            second.rulesChanged();
        }
    }

    Market market() {
        return market;
    }

    boolean negRisk() {
        return negRisk;
    }

    /** After a trade that is not known in full, the last price of either outcome is not known. */
    void loseLastTrade() {
        first.lastTradeText = null;
        second.lastTradeText = null;
    }

    /** One outcome's book. The texts are kept only where hashes are checked. */
    static final class KnownInstrument {
        final KnownMarket market;
        final InstrumentId id;
        final char[] letters;

        final KeptBook book = new KeptBook();
        final Evidence evidence = new Evidence();
        private TickSize tickSize;

        boolean hasBook;
        boolean suspect;
        /** Venue time in milliseconds of the newest book or change. */
        long asOf = -1;

        private String tickText = "";
        /** As the venue last wrote it, or null while only the market's definition says it. */
        @Nullable
        String minOrderText;

        @Nullable
        Boolean negRisk;

        /** Null while not known: after a trade the venue may count either side's price as the last one. */
        @Nullable
        String lastTradeText;

        @Nullable
        String version;

        KnownInstrument(KnownMarket market, InstrumentId id) {
            this.market = market;
            this.id = id;
            this.letters = lettersOf(id.symbol());
            this.tickSize = market.market.rules().tickSize();
        }

        TickSize tickSize() {
            return tickSize;
        }

        /** Another step, and how the venue wrote it if that is known. */
        void tickSize(long micros, @Nullable String text) {
            if (tickSize.micros() != micros) {
                tickSize = new TickSize(micros);
                tickText = tickSize.toString();
            }
            if (text != null) {
                tickText = text;
            }
        }

        private void rulesChanged() {
            tickSize = market.market.rules().tickSize();
            tickText = tickSize.toString();
        }

        String minOrderText() {
            return minOrderText != null
                    ? minOrderText
                    : market.market.rules().minimumSize().toString();
        }

        boolean negRiskNow() {
            return negRisk != null ? negRisk : market.negRisk;
        }

        /** Takes in a venue time, unless it cannot be: one wrong digit must not make every later answer look old. */
        void advance(long venueMillis, Instant received) {
            if (venueMillis > asOf && venueMillis <= received.toEpochMilli() + MOST_AHEAD_MILLIS) {
                asOf = venueMillis;
            }
        }

        String tickText() {
            return tickText;
        }

        /** Says once that the book cannot be trusted, until it comes whole again. */
        void doubt(Instant at, String reason, Consumer<? super MarketEvent> out) {
            if (!suspect) {
                suspect = true;
                BookTrust trust = hasBook ? BookTrust.SUSPECT : BookTrust.SYNCING;
                out.accept(new MarketEvent.BookDistrusted(at, id, trust, reason));
            }
        }

        void lose() {
            hasBook = false;
            suspect = false;
            lastTradeText = null;
            book.clear();
        }
    }
}
