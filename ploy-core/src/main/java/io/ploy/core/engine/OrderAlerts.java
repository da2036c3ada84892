package io.ploy.core.engine;

import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.FillId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells people of what orders should not do. */
final class OrderAlerts implements OrderEvent.Cases<Done> {
    private final Broadcast broadcast;
    private final Supplier<List<Order>> open;

    /**
     * Tells of orders.
     *
     * @param open every order that may still match
     */
    OrderAlerts(Broadcast broadcast, Supplier<List<Order>> open) {
        this.broadcast = broadcast;
        this.open = open;
    }

    @Override
    public Done denied(OrderEvent.Denied event) {
        return Done.DONE;
    }

    @Override
    public Done rejected(OrderEvent.Rejected event) {
        return Done.DONE;
    }

    @Override
    public Done accepted(OrderEvent.Accepted event) {
        return Done.DONE;
    }

    @Override
    public Done doubted(OrderEvent.Doubted event) {
        return Done.DONE;
    }

    @Override
    public Done filled(OrderEvent.Filled event) {
        if (event.fill().late()) {
            alert(AlertSeverity.WARNING, "fill.late", event, "A fill came after the order was closed. It is booked.");
        }
        return Done.DONE;
    }

    @Override
    public Done fillConfirmed(OrderEvent.FillConfirmed event) {
        return Done.DONE;
    }

    @Override
    public Done fillReversed(OrderEvent.FillReversed event) {
        alert(
                AlertSeverity.CRITICAL,
                "settlement.reversed",
                event,
                "A fill of " + event.fill().quantity() + " shares did not settle and was taken back."
                        + dependents(event.fill().id()));
        return Done.DONE;
    }

    /** Orders that were made because of a fill: whether they still make sense is for their strategy or a person. */
    private String dependents(FillId fill) {
        String named = open.get().stream()
                .filter(order ->
                        order.request().becauseOf().filter(fill::equals).isPresent())
                .map(order -> order.id().toString())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : " Still open because of it: " + named + ".";
    }

    @Override
    public Done cancelRefused(OrderEvent.CancelRefused event) {
        return Done.DONE;
    }

    @Override
    public Done closed(OrderEvent.Closed event) {
        return Done.DONE;
    }

    @Override
    public Done revived(OrderEvent.Revived event) {
        alert(
                AlertSeverity.CRITICAL,
                "order.revived",
                event,
                "The venue shows an order open that was thought closed. A cancel was asked for.");
        return Done.DONE;
    }

    private void alert(AlertSeverity severity, String code, OrderEvent event, String message) {
        broadcast.alert(severity, code, event.order().id().toString(), message);
    }
}
