package io.ploy.connectors.polymarket.order;

import io.ploy.api.order.PreparedOrder;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Several orders in one request. */
public final class OrderBatch {
    /** How many orders the venue takes at a time. */
    public static final int MOST = 15;

    private OrderBatch() {}

    /**
     * The body of {@code POST /orders}: the orders' own bytes in a JSON array.
     *
     * @param orders 1 to 15, answered by the venue in this order
     * @return a new array
     * @throws IllegalArgumentException if there are none or too many
     */
    public static byte[] body(List<PreparedOrder> orders) {
        if (orders.isEmpty() || orders.size() > MOST) {
            throw new IllegalArgumentException("a batch has 1 to " + MOST + " orders, not " + orders.size());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(orders.size() * 2048);
        int separator = '[';
        for (PreparedOrder order : orders) {
            out.write(separator);
            out.writeBytes(order.body());
            separator = ',';
        }
        out.write(']');
        return out.toByteArray();
    }
}
