package io.ploy.testkit.polymarket.stream.price;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The newer stream's messages. */
final class PolyBoltFrames {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PolyBoltFrames() {}

    static String answer(String op, String rid) {
        return request(op, rid).toString();
    }

    static String answer(String op, String rid, PolyBoltTopic topic) {
        ObjectNode out = request(op, rid).put("channel", topic.channel());
        ObjectNode filter = out.putObject("filter").put("symbol", topic.symbol());
        if (topic.windowSeconds() > 0) {
            filter.put("window_seconds", topic.windowSeconds());
        }
        return out.toString();
    }

    static String error(String rid, String code, String channel) {
        ObjectNode out = request("error", rid).put("code", code);
        if (!channel.isEmpty()) {
            out.put("channel", channel);
        }
        return out.toString();
    }

    private static ObjectNode request(String op, String rid) {
        ObjectNode out = JSON.objectNode().put("op", op);
        return rid.isEmpty() ? out : out.put("rid", rid);
    }

    static String price(long number, PriceSeries series, PricePoint point, Instant now) {
        ObjectNode out = envelope(number, series, now);
        ObjectNode payload =
                out.putObject("payload").put("symbol", series.kind().channelSymbol(series.symbol()));
        point(payload, point);
        if (series.kind() == PriceKind.EQUITY) {
            payload.put("received_at", now.toEpochMilli());
        }
        return out.toString();
    }

    static String history(long number, PriceSeries series, Instant now) {
        ObjectNode out = envelope(number, series, now).put("snapshot", true);
        ObjectNode payload =
                out.putObject("payload").put("symbol", series.kind().channelSymbol(series.symbol()));
        ArrayNode data = payload.putArray("data");
        series.recent().forEach(point -> point(data.addObject(), point));
        return out.toString();
    }

    private static ObjectNode envelope(long number, PriceSeries series, Instant now) {
        return JSON.objectNode()
                .put("v", 1)
                .put("channel", series.kind().channel())
                .put("seq", number)
                .put("ts", now.toEpochMilli());
    }

    private static void point(ObjectNode into, PricePoint point) {
        into.put("value", point.rounded())
                .put("full_accuracy_value", point.exact())
                .put("timestamp", point.at().toEpochMilli());
    }
}
