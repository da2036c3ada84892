package io.ploy.connectors.polymarket.clob;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request bodies: compact JSON. */
final class Bodies {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Bodies() {}

    static byte[] member(String name, String value) {
        return bytes(NODES.objectNode().put(name, value));
    }

    static byte[] list(List<String> values) {
        ArrayNode list = NODES.arrayNode();
        values.forEach(list::add);
        return bytes(list);
    }

    static byte[] marketAndToken(@Nullable String market, @Nullable String token) {
        ObjectNode body = NODES.objectNode();
        if (market != null) {
            body.put("market", market);
        }
        if (token != null) {
            body.put("asset_id", token);
        }
        return bytes(body);
    }

    /** A request for each token, and for each of the sides if there are any. */
    static byte[] tokens(List<String> tokens, String... sides) {
        ArrayNode list = NODES.arrayNode();
        for (String token : tokens) {
            if (sides.length == 0) {
                list.addObject().put("token_id", token);
            }
            for (String side : sides) {
                list.addObject().put("token_id", token).put("side", side);
            }
        }
        return bytes(list);
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body of plain values could not be written", e);
        }
    }
}
