package io.ploy.core.ledger;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a ledger told. */
class Told implements LedgerListener {
    final List<OrderEvent> events = new ArrayList<>();
    final List<IllegalMove> illegal = new ArrayList<>();
    final List<VenueOrderId> lookUps = new ArrayList<>();
    final List<ClientOrderId> cancels = new ArrayList<>();
    final List<VenueOrderId> foreign = new ArrayList<>();

    @Override
    public void onEvent(OrderEvent event) {
        events.add(event);
    }

    @Override
    public void onIllegal(IllegalMove code, VenueOrderId order, String text, Instant at) {
        illegal.add(code);
    }

    @Override
    public void onLookUpWanted(VenueOrderId order, String why) {
        lookUps.add(order);
    }

    @Override
    public void onCancelWanted(ClientOrderId order) {
        cancels.add(order);
    }

    @Override
    public void onForeign(VenueOrderId order, String text, Instant at) {
        foreign.add(order);
    }

    /** The kinds of the events, in order. */
    List<String> kinds() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    <E extends OrderEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void clear() {
        events.clear();
        illegal.clear();
        lookUps.clear();
        cancels.clear();
        foreign.clear();
    }
}
