package io.ploy.core.ledger;

import io.ploy.api.order.CloseReason;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.RiskReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moves orders by {@link LifecycleTable}, and by nothing else. */
final class LifecycleMoves {
    private final OpenOrders open;
    private final Outbox outbox;

    LifecycleMoves(OpenOrders open, Outbox outbox) {
        this.open = open;
        this.outbox = outbox;
    }

    /** What an event did: from where to where, by which cell, and whether a cancel that was held can go now. */
    record Move(OrderLifecycle from, OrderLifecycle to, LifecycleCell cell, boolean cancelWanted) {
        /** Whether the table lets the event be, moving the order or not. */
        boolean isAllowed() {
            return cell.moves() || cell.effect() == LifecycleCell.Effect.STAY;
        }
    }

    Move apply(OrderRecord order, LifecycleEvent event, String text, Instant now) {
        Move move = change(order, event, text, now);
        tell(order, event, move, text, now);
        return move;
    }

    /** Changes the order and tells nothing yet, so that a fill is told before what it closes. */
    Move change(OrderRecord order, LifecycleEvent event, String text, Instant now) {
        OrderLifecycle from = order.lifecycle();
        LifecycleCell cell = resolve(order, event);
        noteKill(order, event, cell);
        if (!cell.moves()) {
            return new Move(from, from, cell, false);
        }
        OrderLifecycle to = cell.target(from);
        boolean revived = cell.effect() == LifecycleCell.Effect.REVIVE;
        if (revived) {
            order.tally().reopen();
        }
        CloseReason reason = closeReason(order, event, to);
        // DONE on an order that is open again means somebody wanted it closed, and still does.
        boolean wanted = order.cancel() == CancelState.ASKED || order.cancel() == CancelState.DONE;
        boolean released = wanted && to.isOpen() && !CancelState.isHeldIn(to);
        if (revived || released) {
            order.cancel(CancelState.SENT, now);
        } else if (!to.isOpen() && order.cancel() != CancelState.NONE) {
            order.cancel(CancelState.DONE, now);
        }
        order.enter(to, reason, text, now);
        open.moved(order, from, to);
        return new Move(from, to, cell, revived || released);
    }

    void tell(OrderRecord order, LifecycleEvent event, Move move, String text, Instant now) {
        LifecycleCell cell = move.cell();
        if (cell.illegal() != null) {
            outbox.illegal(cell.illegal(), order, event + " while " + move.from() + suffix(text), now);
        } else if (cell.effect() == LifecycleCell.Effect.STALE) {
            outbox.stale();
        }
        if (cell.moves()) {
            OrderEvent told = event(order, move, now);
            if (told != null) {
                outbox.event(told);
            }
        }
        if (cell.lookUp() || (cell.moves() && move.to() == OrderLifecycle.UNKNOWN)) {
            outbox.lookUp(order, event + " while " + move.from() + suffix(text));
        }
        if (move.cancelWanted()) {
            outbox.cancelWanted(order);
        }
    }

    /**
     * The table's cell, and where one piece of evidence shows two things at once, the cell that follows from it: a refusal
     * of an order that has matched is a refusal and then a fill; a kill that leaves only dust is a close and then full.
     */
    private static LifecycleCell resolve(OrderRecord order, LifecycleEvent event) {
        OrderLifecycle from = order.lifecycle();
        Tally tally = order.tally();
        LifecycleCell cell = LifecycleTable.cell(from, event);
        if (cell.effect() == LifecycleCell.Effect.REVIVE) {
            boolean filledForGood = from == OrderLifecycle.FILLED && !tally.hasFailed();
            return filledForGood ? LifecycleTable.cell(from, LifecycleEvent.OPEN) : cell;
        }
        if (cell.effect() == LifecycleCell.Effect.REFUSE) {
            // Money is booked whatever the table says: an order that was never sent and is full was first seen to fill.
            if (event != LifecycleEvent.FULL) {
                return cell;
            }
            cell = LifecycleTable.cell(from, LifecycleEvent.PARTIAL);
        }
        OrderLifecycle to = cell.target(from);
        return switch (to) {
            case REJECTED, DENIED ->
                cell.moves() && tally.matched() > 0
                        ? cell.then(LifecycleTable.cell(
                                to, tally.isFull(to) ? LifecycleEvent.FULL : LifecycleEvent.PARTIAL))
                        : cell;
            case PENDING_NEW, FILLED -> cell;
            default -> tally.isFull(to) ? cell.then(LifecycleTable.cell(to, LifecycleEvent.FULL)) : cell;
        };
    }

    private static void noteKill(OrderRecord order, LifecycleEvent event, LifecycleCell cell) {
        if (cell.illegal() == IllegalMove.KILL_OF_RESTING) {
            order.killReported(true);
        } else if (event == LifecycleEvent.LIVE
                || event == LifecycleEvent.OPEN
                || event == LifecycleEvent.OPEN_PROVEN) {
            order.killReported(false);
        }
    }

    private static @Nullable CloseReason closeReason(OrderRecord order, LifecycleEvent event, OrderLifecycle to) {
        return switch (to) {
            case DENIED -> denialReason(order, event);
            case REJECTED -> CloseReason.REFUSED;
            case EXPIRED -> CloseReason.EXPIRED;
            case CANCELLED -> cancelReason(order, event);
            default -> null;
        };
    }

    private static CloseReason denialReason(OrderRecord order, LifecycleEvent event) {
        if (event == LifecycleEvent.NOT_SENT) {
            return order.cancel() == CancelState.ASKED ? CloseReason.REQUESTED : CloseReason.NOT_SENT;
        }
        boolean unsendable =
                order.denial() == RiskReason.NOT_SENT_IN_TIME || order.denial() == RiskReason.CANNOT_PREPARE;
        return unsendable ? CloseReason.NOT_SENT : CloseReason.RISK;
    }

    private static CloseReason cancelReason(OrderRecord order, LifecycleEvent event) {
        if (event == LifecycleEvent.ABSENT) {
            return CloseReason.NOT_FOUND;
        }
        boolean killed = event == LifecycleEvent.KILLED || event == LifecycleEvent.KILLED_RESTING;
        if (killed || (order.isKillReported() && !order.cancel().wasSent())) {
            boolean inPart = order.tally().matched() > 0 || order.lifecycle() == OrderLifecycle.MATCHED;
            return inPart ? CloseReason.KILLED_REST : CloseReason.KILLED;
        }
        return order.cancel().wasSent() ? CloseReason.REQUESTED : CloseReason.VENUE;
    }

    private static @Nullable OrderEvent event(OrderRecord order, Move move, Instant now) {
        if (move.cell().effect() == LifecycleCell.Effect.REVIVE) {
            return new OrderEvent.Revived(order.snapshot(), now);
        }
        return switch (move.to()) {
            case PENDING_NEW, SUBMITTED -> null;
            case LIVE, DELAYED, UNMATCHED, MATCHED -> new OrderEvent.Accepted(order.snapshot(), now);
            case UNKNOWN -> new OrderEvent.Doubted(order.snapshot(), now);
            case FILLED, CANCELLED, EXPIRED -> new OrderEvent.Closed(order.snapshot(), now);
            case REJECTED -> new OrderEvent.Rejected(order.snapshot(), now);
            case DENIED -> new OrderEvent.Denied(order.snapshot(), order.denial(), now);
        };
    }

    private static String suffix(String text) {
        return text.isEmpty() ? "" : ": " + text;
    }
}
