package io.ploy.core.engine;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.ledger.IllegalMove;
import io.ploy.core.ledger.LedgerListener;
import java.time.Instant;

/** Passes on what the ledger concludes to whoever listens now: first the recovery, then the desk that trades. */
final class LedgerRelay implements LedgerListener {
    private LedgerListener target;

    LedgerRelay(LedgerListener first) {
        target = first;
    }

    void to(LedgerListener next) {
        target = next;
    }

    @Override
    public void onEvent(OrderEvent event) {
        target.onEvent(event);
    }

    @Override
    public void onIllegal(IllegalMove code, VenueOrderId order, String text, Instant at) {
        target.onIllegal(code, order, text, at);
    }

    @Override
    public void onLookUpWanted(VenueOrderId order, String why) {
        target.onLookUpWanted(order, why);
    }

    @Override
    public void onCancelWanted(ClientOrderId order) {
        target.onCancelWanted(order);
    }

    @Override
    public void onForeign(VenueOrderId order, String text, Instant at) {
        target.onForeign(order, text, at);
    }
}
