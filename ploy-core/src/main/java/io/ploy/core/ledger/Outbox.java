package io.ploy.core.ledger;

import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * What is still to be told, and how often there was nothing to tell. A listener may call the ledger again while it is
 * being told something: what comes of that waits here for its turn, so that everything is told in ledger order.
 */
final class Outbox {
    private final LedgerListener listener;
    private final ArrayDeque<Object> waiting = new ArrayDeque<>();
    private boolean telling;
    private long stale;
    private long illegal;

    Outbox(LedgerListener listener) {
        this.listener = listener;
    }

    void event(OrderEvent event) {
        waiting.add(event);
    }

    void illegal(IllegalMove code, OrderRecord order, String text, Instant now) {
        illegal++;
        VenueOrderId name = order.nameForReports();
        add(to -> to.onIllegal(code, name, text, now));
    }

    void lookUp(OrderRecord order, String why) {
        VenueOrderId name = order.nameForReports();
        add(to -> to.onLookUpWanted(name, why));
    }

    void cancelWanted(OrderRecord order) {
        add(to -> to.onCancelWanted(order.id()));
    }

    void foreign(VenueOrderId order, String text, Instant now) {
        add(to -> to.onForeign(order, text, now));
    }

    void stale() {
        stale++;
    }

    long staleCount() {
        return stale;
    }

    long illegalCount() {
        return illegal;
    }

    private void add(Notice notice) {
        waiting.add(notice);
    }

    /** Tells what waits, unless a call further out is doing so. */
    void flush() {
        if (telling) {
            return;
        }
        telling = true;
        try {
            for (Object next = waiting.poll(); next != null; next = waiting.poll()) {
                if (next instanceof OrderEvent event) {
                    listener.onEvent(event);
                } else {
                    ((Notice) next).tell(listener);
                }
            }
        } finally {
            telling = false;
        }
    }

    @FunctionalInterface
    private interface Notice {
        void tell(LedgerListener listener);
    }
}
