package io.ploy.core.history;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order.
 *
 * @param sequence of its record; the key
 * @param at engine time
 * @param order our name for the order, or null if the venue spoke of one that is not known
 * @param venueOrder the venue's name, or null if it has none yet
 * @param strategy whose order, or null if not known
 * @param market null if not known
 * @param instrument null if not known
 * @param kind what happened
 * @param outcome the result in one word, such as the state it went to or what evidence shows; may be empty
 * @param detail in words, may be empty
 */
public record OrderEventRow(
        long sequence,
        Instant at,
        @Nullable ClientOrderId order,
        @Nullable VenueOrderId venueOrder,
        @Nullable String strategy,
        @Nullable MarketId market,
        @Nullable InstrumentId instrument,
        Kind kind,
        String outcome,
        String detail)
        implements HistoryRow {
    /** What happened to an order. */
    public enum Kind {
        /** Risk let it pass. */
        ACCEPTED,
        /** It has its bytes and its name at the venue. */
        PREPARED,
        /** Its bytes were about to leave. */
        SEND,
        /** The venue showed something about it. */
        EVIDENCE,
        /** It went from one state to another. */
        MOVED,
        /** The venue showed what cannot be. */
        ILLEGAL,
        /** It was to be cancelled. */
        CANCEL_ASKED,
        /** The venue answered the cancel. */
        CANCEL_ANSWERED
    }
}
