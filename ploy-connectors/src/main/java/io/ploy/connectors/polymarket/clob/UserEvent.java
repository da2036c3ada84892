package io.ploy.connectors.polymarket.clob;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the user channel tells. */
public sealed interface UserEvent {
    /** The venue's time of the message, or null if not said. */
    @Nullable
    Instant at();

    /**
     * Distinguishes the events.
     *
     * @param <R> what the cases answer
     * @param cases one answer for each
     */
    <R> R match(Cases<R> cases);

    /** What happened to an order. */
    enum OrderChange {
        /** It was placed. */
        PLACEMENT,
        /** Some or all of it matched. */
        UPDATE,
        /** It is closed. */
        CANCELLATION
    }

    /**
     * An order changed.
     *
     * @param change what happened
     * @param order as it is now
     * @param at the venue's time, or null if not said
     */
    record OrderUpdate(
            OrderChange change, OpenOrder order, @Nullable Instant at) implements UserEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.order(this);
        }
    }

    /**
     * A trade was made or went a step further.
     *
     * @param trade as it is now
     * @param at the venue's time, or null if not said
     */
    record TradeUpdate(Trade trade, @Nullable Instant at) implements UserEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.trade(this);
        }
    }

    /**
     * One answer for each event.
     *
     * @param <R> what they answer
     */
    interface Cases<R> {
        /** An order changed. */
        R order(OrderUpdate event);

        /** A trade was made or went a step further. */
        R trade(TradeUpdate event);
    }
}
