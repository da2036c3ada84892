package io.ploy.core.sim;

import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * A resting order's place among the displayed size at its price. It joins behind all of it. What is printed there moves
 * it forward; what merely disappears moves it as the fill model says, and never is it further back than what is
 * displayed. A disappearance and the print that explains it come as two events in either order, so each waits for the
 * other for a while, lest the same shares move the order twice.
 */
final class QueuedOrder {
    final VenueOrder order;
    private final Duration printWindow;
    private Instant turned;
    private long ahead;
    /** Displayed size that disappeared and no print has explained yet. */
    private final Waiting vanished = new Waiting();
    /** The part of it that moved us forward. */
    private final Waiting credited = new Waiting();
    /** Printed size whose disappearance was not seen yet. */
    private final Waiting printed = new Waiting();

    QueuedOrder(VenueOrder order, long ahead, Duration printWindow, Instant now) {
        this.order = order;
        this.ahead = ahead;
        this.printWindow = printWindow;
        turned = now;
    }

    long ahead() {
        return ahead;
    }

    /** Displayed size at our price fell. */
    void onVanished(long size, long displayed, long cancelsAheadMicros, Instant now) {
        forget(now);
        long unexplained = size - printed.take(size);
        vanished.add(unexplained);
        long step =
                Math.min(ahead, FixedPoint.mulDiv(unexplained, cancelsAheadMicros, FixedPoint.ONE, RoundingMode.FLOOR));
        step = Math.max(step, ahead - displayed);
        ahead -= step;
        credited.add(step);
    }

    /** Displayed size at our price fell, and that counts as a trade: says how much of it went past us. */
    long onVanishedAsTraded(long size, long displayed, Instant now) {
        forget(now);
        long unexplained = size - printed.take(size);
        vanished.add(unexplained);
        credited.add(unexplained);
        long step = Math.min(ahead, unexplained);
        ahead = Math.min(ahead - step, displayed);
        return unexplained - step;
    }

    /** A trade at our price: says how much of it went past everything ahead of us. */
    long onPrinted(long size, Instant now) {
        forget(now);
        long explained = vanished.take(size);
        long advance = size - credited.take(explained);
        printed.add(size - explained);
        long step = Math.min(ahead, advance);
        ahead -= step;
        return advance - step;
    }

    private void forget(Instant now) {
        while (!printWindow.isZero() && !now.isBefore(turned.plus(printWindow))) {
            if (vanished.isEmpty() && credited.isEmpty() && printed.isEmpty()) {
                turned = now;
            } else {
                turned = turned.plus(printWindow);
                vanished.turn();
                credited.turn();
                printed.turn();
            }
        }
    }

    /** An amount that is forgotten after one to two turns. */
    private static final class Waiting {
        private long older;
        private long newer;

        void add(long amount) {
            newer += amount;
        }

        /** Takes up to an amount out, the older part first. */
        long take(long atMost) {
            long fromOlder = Math.min(older, atMost);
            long fromNewer = Math.min(newer, atMost - fromOlder);
            older -= fromOlder;
            newer -= fromNewer;
            return fromOlder + fromNewer;
        }

        void turn() {
            older = newer;
            newer = 0;
        }

        boolean isEmpty() {
            return older + newer == 0;
        }
    }
}
