package io.ploy.core.ledger;

import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import java.time.Instant;

/** Requests to cancel, each a small machine beside its order: a request is not a result. */
final class Cancels {
    private final LifecycleMoves moves;
    private final Outbox outbox;

    Cancels(LifecycleMoves moves, Outbox outbox) {
        this.moves = moves;
        this.outbox = outbox;
    }

    boolean ask(OrderRecord order, Instant now) {
        CancelState state = order.cancel();
        boolean repeatable = order.lifecycle() == OrderLifecycle.UNKNOWN || state == CancelState.IN_DOUBT;
        if (!order.isOpen() || (state.isInFlight() && !repeatable)) {
            return false;
        }
        boolean held = CancelState.isHeldIn(order.lifecycle());
        order.cancel(held ? CancelState.ASKED : CancelState.SENT, now);
        return !held;
    }

    void answer(OrderRecord order, CancelAnswer answer, Instant now) {
        if (answer.outcome() == CancelAnswer.Outcome.ACCEPTED) {
            if (order.isOpen()) {
                order.cancel(CancelState.ACCEPTED, now);
            }
            moves.apply(order, LifecycleEvent.CANCELLED, answer.text(), now);
        } else if (!order.isOpen() || !order.cancel().isInFlight()) {
            outbox.stale();
        } else if (CancelState.isHeldIn(order.lifecycle())) {
            order.cancel(CancelState.ASKED, now);
        } else if (answer.outcome() == CancelAnswer.Outcome.REFUSED) {
            order.detail(answer.text());
            order.cancel(CancelState.REFUSED, now);
            outbox.event(new OrderEvent.CancelRefused(order.snapshot(), now));
            outbox.lookUp(order, "cancel refused: " + answer.text());
        } else {
            order.cancel(CancelState.IN_DOUBT, now);
            outbox.cancelWanted(order);
        }
    }
}
