package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bytes of an order for a simulated venue: a flat JSON object of texts, whose SHA-256 is the order's name. */
final class OrderBody {
    private static final long CENT = 10_000;

    private OrderBody() {}

    static byte[] encode(OrderDraft draft) {
        check(draft);
        OrderRequest request = draft.request();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("account", draft.id().account().name());
        fields.put("clientOrderId", draft.id().toString());
        fields.put("attempt", Integer.toString(draft.attempt()));
        fields.put("salt", Long.toString(draft.salt()));
        fields.put("instrument", request.instrument().toString());
        fields.put("side", request.side().name());
        if (request.size() instanceof OrderSize.Shares shares) {
            fields.put("shares", shares.quantity().toString());
        } else {
            fields.put("cash", ((OrderSize.Spend) request.size()).cash().toString());
        }
        fields.put("limit", request.limit().toString());
        fields.put("timeInForce", request.timeInForce().name());
        request.expiresAt().ifPresent(date -> fields.put("expiresAt", date.toString()));
        fields.put("postOnly", Boolean.toString(request.isPostOnly()));
        return FlatJson.write(fields).getBytes(StandardCharsets.UTF_8);
    }

    static VenueOrderId venueOrderId(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new VenueOrderId("0x" + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    static OrderRequest decode(byte[] body) {
        Map<String, String> fields = FlatJson.read(new String(body, StandardCharsets.UTF_8));
        InstrumentId instrument = InstrumentId.parse(field(fields, "instrument"));
        Price limit = Price.parse(field(fields, "limit"));
        OrderRequest request;
        if (fields.containsKey("cash")) {
            request = OrderRequest.spend(instrument, Cash.parse(field(fields, "cash")), limit);
        } else {
            Quantity shares = Quantity.parse(field(fields, "shares"));
            request = Side.valueOf(field(fields, "side")) == Side.BUY
                    ? OrderRequest.buy(instrument, shares, limit)
                    : OrderRequest.sell(instrument, shares, limit);
        }
        request = switch (TimeInForce.valueOf(field(fields, "timeInForce"))) {
            case GTC -> request;
            case GTD -> request.restUntil(Instant.parse(field(fields, "expiresAt")));
            case FOK -> request.fillOrKill();
            case FAK -> request.fillAndKill();
        };
        return field(fields, "postOnly").equals("true") ? request.postOnly() : request;
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("order body without " + name + ": " + fields);
        }
        return value;
    }

    private static void check(OrderDraft draft) {
        OrderRequest request = draft.request();
        TickSize tick = draft.market().rules().tickSize();
        if (!tick.admits(request.limit())) {
            throw new OrderRefusedException("limit " + request.limit() + " is off the tick " + tick + "; legal are "
                    + tick.floor(request.limit()) + " and " + tick.ceil(request.limit()));
        }
        if (request.size() instanceof OrderSize.Shares shares
                && !shares.quantity().floorToLot().equals(shares.quantity())) {
            throw new OrderRefusedException("quantity " + shares.quantity() + " has more than two decimals; legal is "
                    + shares.quantity().floorToLot());
        }
        if (request.size() instanceof OrderSize.Spend spend && spend.cash().micros() % CENT != 0) {
            throw new OrderRefusedException("amount " + spend.cash() + " has more than two decimals; legal is "
                    + Cash.ofMicros(spend.cash().micros() - spend.cash().micros() % CENT));
        }
    }
}
