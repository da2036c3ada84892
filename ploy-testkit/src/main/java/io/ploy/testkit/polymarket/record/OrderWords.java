package io.ploy.testkit.polymarket.record;

import io.ploy.api.order.OrderEvidence;
import io.ploy.core.sim.ExchangeOrder;
import io.ploy.testkit.polymarket.record.RecordListener.OrderMoment;

/** What the exchange says of an order, in the venue's words. */
final class OrderWords {
    static final String LIVE = "LIVE";
    static final String UNMATCHED = "UNMATCHED";

    private OrderWords() {}

    static String status(ExchangeOrder order) {
        return switch (order.stage()) {
            case DELAYED -> "DELAYED";
            case CLOSED -> closed(order);
            case ARRIVING, RESTING -> order.kind() == OrderEvidence.Kind.UNMATCHED ? UNMATCHED : LIVE;
        };
    }

    private static String closed(ExchangeOrder order) {
        return switch (order.kind()) {
            case MATCHED -> "MATCHED";
            case KILLED -> order.matched().isZero() ? "CANCELED_" + order.text() : "CANCELED";
            // An owner's cancel has no words; what has some was the venue's doing.
            case CANCELLED -> order.text().isEmpty() ? "CANCELED" : "INVALID";
            default -> "CANCELED";
        };
    }

    static OrderMoment moment(ExchangeOrder order, boolean first) {
        boolean ended = order.stage() == ExchangeOrder.Stage.CLOSED && order.kind() != OrderEvidence.Kind.MATCHED;
        if (ended) {
            return OrderMoment.CANCELLATION;
        }
        return first ? OrderMoment.PLACEMENT : OrderMoment.UPDATE;
    }
}
