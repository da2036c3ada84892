package io.ploy.testkit.polymarket.world.recorded;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.order.VenueOrderId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * One price of a recorded book, and the house's orders that stand for it. What clients took of it stays taken until the
 * recording shows less. Sizes in micro-shares.
 */
final class Level {
    /** What the orders buy, and for how much: an offer of the first outcome is a bid for the second. */
    final InstrumentId instrument;

    final Price price;

    private final Deque<Resting> orders = new ArrayDeque<>();
    private long shown;
    private long recorded;
    private long taken;

    /** One of the house's orders. */
    static final class Resting {
        final VenueOrderId id;
        private long left;

        private Resting(VenueOrderId id, long left) {
            this.id = id;
            this.left = left;
        }
    }

    Level(InstrumentId instrument, Price price) {
        this.instrument = instrument;
        this.price = price;
    }

    /** What the recording shows here now; what was taken of what it shows no more is forgotten. */
    void settle() {
        recorded = shown;
        shown = 0;
        taken = Math.min(taken, recorded);
    }

    /** The recording shows something here; {@link #settle} takes it over. */
    void show(long size) {
        shown = size;
    }

    /** What the house has here. */
    long own() {
        long sum = 0;
        for (Resting order : orders) {
            sum += order.left;
        }
        return sum;
    }

    /** What the house ought to have here. */
    long wanted() {
        return recorded - taken;
    }

    boolean isNeeded() {
        return recorded > 0 || !orders.isEmpty();
    }

    void placed(VenueOrderId id, long left) {
        orders.addLast(new Resting(id, left));
    }

    /** The order with the least to lose in the queue; only where there is one. */
    Resting newest() {
        return orders.getLast();
    }

    void takenByClient(long quantity) {
        taken = Math.min(recorded, taken + quantity);
    }

    /** Less is left of an order, or nothing, which forgets it. Says how much went. */
    long left(VenueOrderId id, long left) {
        for (Iterator<Resting> each = orders.iterator(); each.hasNext(); ) {
            Resting order = each.next();
            if (order.id.equals(id)) {
                long gone = order.left - left;
                order.left = left;
                if (left == 0) {
                    each.remove();
                }
                return gone;
            }
        }
        return 0;
    }
}
