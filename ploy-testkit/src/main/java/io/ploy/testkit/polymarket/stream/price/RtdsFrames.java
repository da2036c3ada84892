package io.ploy.testkit.polymarket.stream.price;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;

/** The older stream's messages. */
final class RtdsFrames {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HISTORY_TOPIC = "crypto_prices";

    private RtdsFrames() {}

    static String update(long connection, PriceSeries series, PricePoint point, Instant now) {
        PriceKind kind = series.kind();
        boolean onChain = kind.topic().startsWith("crypto_prices_");
        ObjectNode out = JSON.objectNode().put("connection_id", connectionId(connection));
        ObjectNode payload = out.putObject("payload")
                .put("full_accuracy_value", onChain ? point.onChain() : point.exact())
                .put("symbol", kind.topicSymbol(series.symbol()))
                .put("timestamp", point.at().toEpochMilli())
                .put("value", point.rounded());
        if (kind == PriceKind.EQUITY) {
            payload.put("received_at", now.toEpochMilli());
        }
        return out.put("timestamp", now.toEpochMilli())
                .put("topic", kind.topic())
                .put("type", "update")
                .toString();
    }

    /** Past prices come under the first crypto topic's name, whichever crypto topic was asked for, as at the venue. */
    static String history(PriceSeries series, Instant now) {
        PriceKind kind = series.kind();
        ObjectNode out = JSON.objectNode();
        ObjectNode payload = out.putObject("payload");
        ArrayNode data = payload.putArray("data");
        for (PricePoint point : series.recent()) {
            data.addObject().put("timestamp", point.at().toEpochMilli()).put("value", point.rounded());
        }
        payload.put("symbol", kind.topicSymbol(series.symbol()));
        return out.put("timestamp", now.toEpochMilli())
                .put("topic", kind == PriceKind.EQUITY ? kind.topic() : HISTORY_TOPIC)
                .put("type", "subscribe")
                .toString();
    }

    private static String connectionId(long number) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        return Base64.getEncoder().encodeToString(bytes);
    }
}
