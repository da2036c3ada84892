package io.ploy.connectors.polymarket.clob;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads orders, the same from REST and from the user channel. */
final class OrderReader {
    private OrderReader() {}

    static OpenOrder order(JsonValue value) {
        return value.object(OrderReader::order);
    }

    static OpenOrder order(JsonObject in) {
        in.ignore("order_owner", "builder_code", "builder_fee");
        String status = in.required("status").text();
        return new OpenOrder(
                orderId(in.required("id")),
                OrderState.of(status),
                status,
                OrderState.reason(status),
                in.required("owner").text(),
                address(in, "maker_address"),
                in.required("market").id(),
                in.required("asset_id").id(),
                in.required("side").side(),
                in.required("original_size").quantity(),
                emptyIsZero(in.required("size_matched")),
                in.required("price").price(),
                in.optional("outcome").map(JsonValue::text).orElse(""),
                in.filled("order_type").map(OrderReader::timeInForce).orElse(null),
                in.filled("created_at").map(JsonValue::time).orElse(null),
                in.filled("expiration")
                        .filter(expiration -> !expiration.isZero())
                        .map(JsonValue::time)
                        .orElse(null),
                in.optional("associate_trades")
                        .map(trades -> trades.list(JsonValue::id))
                        .orElse(List.of()));
    }

    static VenueOrderId orderId(JsonValue value) {
        return new VenueOrderId(value.id());
    }

    /** An address, whatever the case of its letters: this is no place to find typing errors. */
    static @Nullable Address address(JsonObject in, String name) {
        return in.filled(name)
                .map(value -> value.as(v -> new Address(v.text().toLowerCase(Locale.ROOT))))
                .orElse(null);
    }

    /** The venue leaves the matched size of a killed order empty. */
    private static Quantity emptyIsZero(JsonValue value) {
        return value.isEmptyText() ? Quantity.ZERO : value.quantity();
    }

    private static @Nullable TimeInForce timeInForce(JsonValue value) {
        return switch (value.text().toUpperCase(Locale.ROOT)) {
            case "GTC" -> TimeInForce.GTC;
            case "GTD" -> TimeInForce.GTD;
            case "FOK" -> TimeInForce.FOK;
            case "FAK", "IOC" -> TimeInForce.FAK;
            default -> null;
        };
    }
}
