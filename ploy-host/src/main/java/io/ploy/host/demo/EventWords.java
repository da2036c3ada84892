package io.ploy.host.demo;

import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import java.util.function.Function;

/** What happened to an order, in a line. */
record EventWords(Function<Order, String> describe) implements OrderEvent.Cases<String> {
    @Override
    public String denied(OrderEvent.Denied event) {
        return "denied    " + order(event) + ": " + event.reason() + detail(event);
    }

    @Override
    public String rejected(OrderEvent.Rejected event) {
        return "rejected  " + order(event) + detail(event);
    }

    @Override
    public String accepted(OrderEvent.Accepted event) {
        return "accepted  " + order(event) + ", " + Words.lower(event.order().status());
    }

    @Override
    public String doubted(OrderEvent.Doubted event) {
        return "unknown   " + order(event) + detail(event);
    }

    @Override
    public String filled(OrderEvent.Filled event) {
        return "filled    " + order(event) + ": " + DemoBoard.fill(event.fill());
    }

    @Override
    public String fillConfirmed(OrderEvent.FillConfirmed event) {
        return "confirmed " + order(event) + ": " + DemoBoard.fill(event.fill());
    }

    @Override
    public String fillReversed(OrderEvent.FillReversed event) {
        return "reversed  " + order(event) + ": " + DemoBoard.fill(event.fill());
    }

    @Override
    public String cancelRefused(OrderEvent.CancelRefused event) {
        return "not cancelled " + order(event) + detail(event);
    }

    @Override
    public String closed(OrderEvent.Closed event) {
        return "closed    " + order(event) + ", " + Words.lower(event.order().status())
                + event.order()
                        .closeReason()
                        .map(reason -> " (" + Words.lower(reason) + ")")
                        .orElse("");
    }

    @Override
    public String revived(OrderEvent.Revived event) {
        return "revived   " + order(event);
    }

    private String order(OrderEvent event) {
        return describe.apply(event.order());
    }

    private static String detail(OrderEvent event) {
        String detail = event.order().detail();
        return detail.isEmpty() ? "" : ", " + detail;
    }
}
