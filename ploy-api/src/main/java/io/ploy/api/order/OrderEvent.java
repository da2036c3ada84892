package io.ploy.api.order;

import io.ploy.api.Stable;
import java.time.Instant;

/**
 * What happened to an order. A closed list: handle every kind through {@link #match}. Events of an order come in ledger
 * order, once each, and after the state they describe can be read.
 */
@Stable
public sealed interface OrderEvent {
    /**
     * The order after the event.
     *
     * @return a snapshot
     */
    Order order();

    /**
     * When the engine learned of it.
     *
     * @return engine time
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
     * Ploy refused it. Nothing was sent.
     *
     * @param order the order after the event
     * @param reason the rule that refused
     * @param at engine time
     */
    @Stable
    record Denied(Order order, RiskReason reason, Instant at) implements OrderEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.denied(this);
        }
    }

    /**
     * The venue definitely refused it.
     *
     * @param order the order after the event; {@link Order#detail()} has the venue's words
     * @param at engine time
     */
    @Stable
    record Rejected(Order order, Instant at) implements OrderEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rejected(this);
        }
    }

    /**
     * The venue has it: see {@link Order#lifecycle()} for whether it is live, delayed, unmatched or matched.
     *
     * @param order the order after the event
     * @param at engine time
     */
    @Stable
    record Accepted(Order order, Instant at) implements OrderEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accepted(this);
        }
    }

    /**
     * It is not known whether the venue has it. Do not send another in its place: this one may still match.
     *
     * @param order the order after the event
     * @param at engine time
     */
    @Stable
    record Doubted(Order order, Instant at) implements OrderEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.doubted(this);
        }
    }

    /**
     * A part matched. Provisional unless the fill says otherwise.
     *
     * @param order the order after the event
     * @param fill what matched
     * @param at engine time
     */
    @Stable
    record Filled(Order order, Fill fill, Instant at) implements OrderEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.filled(this);
        }
    }

    /**
     * A fill became final.
     *
     * @param order the order after the event
     * @param fill the fill with its final fee
     * @param at engine time
     */
    @Stable
    record FillConfirmed(Order order, Fill fill, Instant at) implements OrderEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fillConfirmed(this);
        }
    }

    /**
     * A fill that was booked did not settle: position, cash and fee were taken back. The order is not reopened.
     *
     * @param order the order after the event
     * @param fill what was taken back
     * @param at engine time
     */
    @Stable
    record FillReversed(Order order, Fill fill, Instant at) implements OrderEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fillReversed(this);
        }
    }

    /**
     * The venue did not cancel it, for example because it had matched or is in a taker delay.
     *
     * @param order the order after the event; {@link Order#detail()} has the venue's words
     * @param at engine time
     */
    @Stable
    record CancelRefused(Order order, Instant at) implements OrderEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cancelRefused(this);
        }
    }

    /**
     * It is closed: filled, cancelled or expired. Late fills are still possible.
     *
     * @param order the order after the event
     * @param at engine time
     */
    @Stable
    record Closed(Order order, Instant at) implements OrderEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.closed(this);
        }
    }

    /**
     * It was thought closed and is proven open. A cancel was asked for.
     *
     * @param order the order after the event
     * @param at engine time
     */
    @Stable
    record Revived(Order order, Instant at) implements OrderEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.revived(this);
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
         * Refused by Ploy.
         *
         * @param event the event
         * @return the answer
         */
        R denied(Denied event);

        /**
         * Refused by the venue.
         *
         * @param event the event
         * @return the answer
         */
        R rejected(Rejected event);

        /**
         * Taken by the venue.
         *
         * @param event the event
         * @return the answer
         */
        R accepted(Accepted event);

        /**
         * Not known whether the venue has it.
         *
         * @param event the event
         * @return the answer
         */
        R doubted(Doubted event);

        /**
         * A part matched.
         *
         * @param event the event
         * @return the answer
         */
        R filled(Filled event);

        /**
         * A fill is final.
         *
         * @param event the event
         * @return the answer
         */
        R fillConfirmed(FillConfirmed event);

        /**
         * A fill was taken back.
         *
         * @param event the event
         * @return the answer
         */
        R fillReversed(FillReversed event);

        /**
         * The venue did not cancel.
         *
         * @param event the event
         * @return the answer
         */
        R cancelRefused(CancelRefused event);

        /**
         * Filled, cancelled or expired.
         *
         * @param event the event
         * @return the answer
         */
        R closed(Closed event);

        /**
         * Thought closed, proven open.
         *
         * @param event the event
         * @return the answer
         */
        R revived(Revived event);
    }
}
