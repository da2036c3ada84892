package io.ploy.strategies.leg;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows one order. Four numbers are kept apart: what was requested, what matched and did not fail (economic), what is
 * final (confirmed), and what may still match (open). All come from the order each event carries, so an event that is
 * told twice changes nothing.
 *
 * <p>The table of moves:
 *
 * <pre>
 * NONE                            accepted by risk          SENT
 * NONE                            denied                    NONE
 * SENT                            live, delayed             WORKING
 * SENT WORKING PARTIAL UNKNOWN    fill below the request    PARTIAL
 * SENT WORKING PARTIAL UNKNOWN    fill completes it         FILLED
 * SENT WORKING PARTIAL            outcome unknown           UNKNOWN
 * UNKNOWN                         evidence                  what it shows
 * SENT WORKING                    closed or refused         DEAD
 * PARTIAL                         closed                    CLOSED_PARTIAL
 * FILLED CLOSED_PARTIAL DEAD      late fill                 by its quantity
 * FILLED CLOSED_PARTIAL DEAD      proven open               WORKING or PARTIAL
 * any with fills                  fill reversed             DEAD or CLOSED_PARTIAL
 * </pre>
 *
 * <p><b>Threading.</b> Engine thread only.
 */
public final class Leg {
    private final Moves moves = new Moves();
    private final Set<FillId> provisional = new LinkedHashSet<>();
    private @Nullable Order order;
    private LegState state = LegState.NONE;

    /**
     * Begins to follow an order just submitted.
     *
     * @param submitted what {@code submit} answered
     * @return false if it was denied, so that there is nothing to follow
     */
    public boolean submitted(Order submitted) {
        order = submitted;
        state = submitted.lifecycle() == OrderLifecycle.DENIED ? LegState.NONE : LegState.SENT;
        return state == LegState.SENT;
    }

    /**
     * Begins to follow an order of an earlier run that may still match.
     *
     * @param found an open order
     * @return a leg in the state the order is in
     */
    public static Leg adopt(Order found) {
        Leg leg = new Leg();
        leg.order = found;
        leg.state = switch (found.lifecycle()) {
            case UNKNOWN -> LegState.UNKNOWN;
            case PENDING_NEW, SUBMITTED -> found.economic().isZero() ? LegState.SENT : LegState.PARTIAL;
            case LIVE, DELAYED, UNMATCHED, MATCHED -> leg.whenOpen();
            case FILLED, CANCELLED, EXPIRED, REJECTED, DENIED -> leg.whenClosed();
        };
        return leg;
    }

    /**
     * Takes in what happened to the order.
     *
     * @param event an event of this leg's order
     * @return the state after it
     * @throws IllegalArgumentException if the event is of another order
     */
    public LegState on(OrderEvent event) {
        if (order == null || !order.id().equals(event.order().id())) {
            throw new IllegalArgumentException(
                    "an event of order " + event.order().id() + ", not of this leg");
        }
        order = event.order();
        state = event.match(moves);
        return state;
    }

    /** Where the order is. */
    public LegState state() {
        return state;
    }

    /** The order as last seen; absent before it was submitted. */
    public Optional<Order> order() {
        return Optional.ofNullable(order);
    }

    /** What matched and did not fail. */
    public Quantity economic() {
        return order == null ? Quantity.ZERO : order.economic();
    }

    /** What is final. */
    public Quantity confirmed() {
        return order == null ? Quantity.ZERO : order.confirmed();
    }

    /** What may still come: what may match, and what the venue says matched without a fill so far. Zero if denied. */
    public Quantity open() {
        return order == null || state == LegState.NONE
                ? Quantity.ZERO
                : order.remaining().plus(order.unattributed());
    }

    /** Whether anything may still come. Asks the order itself: a reversal closes the leg's account, not the order. */
    public boolean isOpen() {
        return order != null
                && state != LegState.NONE
                && (order.isOpen() || !order.unattributed().isZero());
    }

    /** Whether the venue may or may not have it. Asks the order itself, as {@link #isOpen} does. */
    public boolean isInDoubt() {
        return isOpen() && known().lifecycle() == OrderLifecycle.UNKNOWN;
    }

    /** What the economic quantity cost, fees included, in micros of USD. */
    public long spentMicros() {
        return order == null
                ? 0
                : Math.addExact(order.notional().micros(), order.fees().micros());
    }

    /** Whether this leg follows that order. */
    public boolean follows(ClientOrderId id) {
        return order != null && order.id().equals(id);
    }

    /** The newest fill that is not final yet: what a decision that counts it rests on. */
    public Optional<FillId> newestProvisionalFill() {
        FillId newest = null;
        for (FillId fill : provisional) {
            newest = fill;
        }
        return Optional.ofNullable(newest);
    }

    private boolean isComplete() {
        Order now = known();
        return now.request().sharesAtLimit().minusOrZero(now.economic()).isBelow(Quantity.LOT);
    }

    private LegState whenOpen() {
        if (economic().isZero()) {
            return LegState.WORKING;
        }
        return isComplete() ? LegState.FILLED : LegState.PARTIAL;
    }

    private LegState whenClosed() {
        if (!known().unattributed().isZero()) {
            return whenOpen();
        }
        if (economic().isZero()) {
            return LegState.DEAD;
        }
        return isComplete() ? LegState.FILLED : LegState.CLOSED_PARTIAL;
    }

    private boolean wasClosed() {
        return state == LegState.FILLED || state == LegState.CLOSED_PARTIAL || state == LegState.DEAD;
    }

    private Order known() {
        if (order == null) {
            throw new IllegalStateException("nothing was submitted");
        }
        return order;
    }

    private final class Moves implements OrderEvent.Cases<LegState> {
        @Override
        public LegState denied(OrderEvent.Denied event) {
            return state == LegState.NONE ? LegState.NONE : whenClosed();
        }

        @Override
        public LegState rejected(OrderEvent.Rejected event) {
            return whenClosed();
        }

        @Override
        public LegState accepted(OrderEvent.Accepted event) {
            return wasClosed() ? state : whenOpen();
        }

        @Override
        public LegState doubted(OrderEvent.Doubted event) {
            return wasClosed() ? state : LegState.UNKNOWN;
        }

        @Override
        public LegState filled(OrderEvent.Filled event) {
            keep(event.fill());
            return wasClosed() ? whenClosed() : whenOpen();
        }

        @Override
        public LegState fillConfirmed(OrderEvent.FillConfirmed event) {
            provisional.remove(event.fill().id());
            return state;
        }

        @Override
        public LegState fillReversed(OrderEvent.FillReversed event) {
            provisional.remove(event.fill().id());
            return whenClosed();
        }

        @Override
        public LegState cancelRefused(OrderEvent.CancelRefused event) {
            return state;
        }

        @Override
        public LegState closed(OrderEvent.Closed event) {
            return whenClosed();
        }

        @Override
        public LegState revived(OrderEvent.Revived event) {
            return whenOpen();
        }

        private void keep(Fill fill) {
            if (fill.settlement().isProvisional()) {
                provisional.add(fill.id());
            }
        }
    }
}
