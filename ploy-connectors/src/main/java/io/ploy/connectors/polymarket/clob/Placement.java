package io.ploy.connectors.polymarket.clob;

import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.http.RequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of sending one order. */
public sealed interface Placement {
    /** Which order. */
    VenueOrderId order();

    /**
     * Distinguishes the ends.
     *
     * @param <R> what the cases answer
     * @param cases one answer for each
     */
    <R> R match(Cases<R> cases);

    /** Where an accepted order stands. */
    enum State {
        /** Rests on the book. */
        LIVE,
        /** Matched at once, in full or in part. */
        MATCHED,
        /** Waits in the taker delay and cannot be cancelled meanwhile. */
        DELAYED,
        /** Its delay ended without a match; it rests, or is dead if it may not rest. */
        UNMATCHED,
        /** The venue took it and did not say where it stands. */
        UNSTATED
    }

    /**
     * The venue took the order.
     *
     * @param order which order
     * @param state where it stands
     * @param makingMicros what it gave at once, in micros: collateral when buying, shares when selling; zero if not said
     * @param takingMicros what it got at once, in micros: shares when buying, collateral when selling; zero if not said
     * @param tradeIds trades made at once; later ones are not added
     * @param transactionHashes of those trades, often empty although there are trades
     */
    record Accepted(
            VenueOrderId order,
            State state,
            long makingMicros,
            long takingMicros,
            List<String> tradeIds,
            List<String> transactionHashes)
            implements Placement {
        /** Copies the lists. */
        public Accepted {
            tradeIds = List.copyOf(tradeIds);
            transactionHashes = List.copyOf(transactionHashes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accepted(this);
        }
    }

    /**
     * The venue did not take the order, for certain.
     *
     * @param order which order
     * @param reason why
     * @param text the venue's words
     * @param cause the failed request, or null if the answer itself says so
     */
    record Refused(
            VenueOrderId order,
            RefusalReason reason,
            String text,
            @Nullable RequestException cause) implements Placement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /**
     * The order may or may not be at the venue. Look it up; make no other order instead.
     *
     * @param order which order
     * @param reason what the venue's words hint at
     * @param text what was found
     * @param cause the failed request, or null if there was an answer that says neither
     */
    record InDoubt(
            VenueOrderId order,
            RefusalReason reason,
            String text,
            @Nullable RequestException cause) implements Placement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.inDoubt(this);
        }
    }

    /**
     * One answer for each end.
     *
     * @param <R> what they answer
     */
    interface Cases<R> {
        /** The venue took it. */
        R accepted(Accepted placement);

        /** It did not, for certain. */
        R refused(Refused placement);

        /** Neither is certain. */
        R inDoubt(InDoubt placement);
    }
}
