package io.ploy.api.market;

import io.ploy.api.Stable;
import java.time.Instant;
import java.util.List;

/**
 * Something a venue or a price source said. A closed list: a consumer handles every kind through {@link #match}.
 *
 * <p>Events of one feed are in the order of {@link #at()}, which is when they were received, not when they happened.
 */
@Stable
public sealed interface MarketEvent {
    /**
     * When it was received.
     *
     * @return never before the event delivered ahead of it by the same feed
     */
    Instant at();

    /**
     * Calls the method of this kind.
     *
     * @param <R> what the cases answer
     * @param cases one method for each kind
     * @return what the method answered
     */
    <R> R match(Cases<R> cases);

    /**
     * A market is new, or its rules, status or window changed. Replaces what was known of it.
     *
     * @param at when it was received
     * @param market as it is now
     */
    @Stable
    record MarketChanged(Instant at, Market market) implements MarketEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.marketChanged(this);
        }
    }

    /**
     * The whole book of one instrument. Heals whatever state the book was in.
     *
     * @param at when it was received
     * @param instrument whose book
     * @param tickSize the price step it is on
     * @param bids any order, each price once
     * @param asks any order, each price once
     */
    @Stable
    record BookSnapshot(
            Instant at, InstrumentId instrument, TickSize tickSize, List<BookLevel> bids, List<BookLevel> asks)
            implements MarketEvent {
        /** Copies the lists. */
        public BookSnapshot {
            bids = List.copyOf(bids);
            asks = List.copyOf(asks);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bookSnapshot(this);
        }
    }

    /**
     * Levels of one book changed, all at once: nobody sees the book between two of them.
     *
     * @param at when it was received
     * @param instrument whose book
     * @param changes in the order they apply
     */
    @Stable
    record BookChanged(Instant at, InstrumentId instrument, List<LevelChange> changes) implements MarketEvent {
        /** Copies the list. */
        public BookChanged {
            changes = List.copyOf(changes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bookChanged(this);
        }
    }

    /**
     * Continuity of a book was lost or its evidence disagrees. It comes in order with the data, before any data that
     * follows the loss.
     *
     * @param at when it was noticed
     * @param instrument whose book
     * @param trust {@link BookTrust#SYNCING}, {@link BookTrust#SUSPECT} or {@link BookTrust#STALE}
     * @param reason in words, for people
     */
    @Stable
    record BookDistrusted(Instant at, InstrumentId instrument, BookTrust trust, String reason) implements MarketEvent {
        /** Refuses {@link BookTrust#LIVE}, which only a snapshot gives. */
        public BookDistrusted {
            if (trust == BookTrust.LIVE) {
                throw new IllegalArgumentException("only a snapshot makes a book LIVE: " + instrument);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bookDistrusted(this);
        }
    }

    /**
     * The price step of one instrument changed. Levels off the new step are gone.
     *
     * @param at when it was received
     * @param instrument whose step
     * @param tickSize the new step
     */
    @Stable
    record TickSizeChanged(Instant at, InstrumentId instrument, TickSize tickSize) implements MarketEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tickSizeChanged(this);
        }
    }

    /**
     * Others traded.
     *
     * @param trade what was printed
     */
    @Stable
    record Traded(MarketTrade trade) implements MarketEvent {
        @Override
        public Instant at() {
            return trade.at();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.traded(this);
        }
    }

    /**
     * A price from outside the venue.
     *
     * @param price what the source said
     */
    @Stable
    record ReferencePriced(ReferencePrice price) implements MarketEvent {
        @Override
        public Instant at() {
            return price.at();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.referencePriced(this);
        }
    }

    /**
     * A market's payout is final.
     *
     * @param at when it was received
     * @param resolution what each outcome pays
     */
    @Stable
    record MarketResolved(Instant at, Resolution resolution) implements MarketEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.marketResolved(this);
        }
    }

    /**
     * One method for each kind of event.
     *
     * @param <R> what the methods answer
     */
    @Stable
    interface Cases<R> {
        /**
         * A market is new or changed.
         *
         * @param event the event
         * @return the answer
         */
        R marketChanged(MarketChanged event);

        /**
         * A whole book.
         *
         * @param event the event
         * @return the answer
         */
        R bookSnapshot(BookSnapshot event);

        /**
         * Changed levels.
         *
         * @param event the event
         * @return the answer
         */
        R bookChanged(BookChanged event);

        /**
         * A book cannot be trusted for now.
         *
         * @param event the event
         * @return the answer
         */
        R bookDistrusted(BookDistrusted event);

        /**
         * Another price step.
         *
         * @param event the event
         * @return the answer
         */
        R tickSizeChanged(TickSizeChanged event);

        /**
         * A trade of others.
         *
         * @param event the event
         * @return the answer
         */
        R traded(Traded event);

        /**
         * A price from outside.
         *
         * @param event the event
         * @return the answer
         */
        R referencePriced(ReferencePriced event);

        /**
         * A final payout.
         *
         * @param event the event
         * @return the answer
         */
        R marketResolved(MarketResolved event);
    }
}
