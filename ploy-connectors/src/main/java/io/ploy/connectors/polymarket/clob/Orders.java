package io.ploy.connectors.polymarket.clob;

import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Purpose;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.json.Answers;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Sends orders, each once. */
final class Orders {
    private final Answers answers;
    private final Authorization authorization;

    Orders(Answers answers, Authorization authorization) {
        this.answers = answers;
        this.authorization = authorization;
    }

    Placement place(PreparedOrder order, BooleanSupplier permitted) {
        Call call = Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order")
                .body(order.body())
                .authorized(authorization)
                .startingBy(order.doNotSendAfter())
                .onlyWhile(permitted)
                .costing(1);
        try {
            return answers.read(call, answer -> PlacementReader.leg(order.venueOrderId(), answer));
        } catch (RequestException e) {
            return PlacementReader.failed(order.venueOrderId(), e);
        }
    }

    List<Placement> place(List<PreparedOrder> orders) {
        List<VenueOrderId> ids =
                orders.stream().map(PreparedOrder::venueOrderId).toList();
        if (ids.stream().distinct().count() != ids.size()) {
            throw new IllegalArgumentException("an order stands twice in one request: " + ids);
        }
        Call call = Call.of(Service.CLOB, Purpose.ORDER, "POST", "/orders")
                .body(list(orders))
                .authorized(authorization)
                .startingBy(orders.stream()
                        .map(PreparedOrder::doNotSendAfter)
                        .min(Comparator.naturalOrder())
                        .orElseThrow())
                .costing(orders.size());
        try {
            return answers.read(call, answer -> PlacementReader.legs(ids, answer));
        } catch (RequestException e) {
            List<Placement> placements = new ArrayList<>();
            ids.forEach(id -> placements.add(PlacementReader.failed(id, e)));
            return List.copyOf(placements);
        }
    }

    /** The bodies as they are, since each is what was made durable. */
    private static byte[] list(List<PreparedOrder> orders) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024 * orders.size());
        out.write('[');
        for (int i = 0; i < orders.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(orders.get(i).body());
        }
        out.write(']');
        return out.toByteArray();
    }
}
