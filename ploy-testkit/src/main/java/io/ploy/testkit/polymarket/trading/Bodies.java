package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads requests' bodies and makes objects for answers. */
final class Bodies {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private Bodies() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * A body as JSON.
     *
     * @param refusal what is said if it is not
     */
    static JsonNode read(String body, String refusal) {
        try {
            JsonNode json = READER.readValue(body);
            if (json != null && !json.isMissingNode()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Refused below: what exactly is wrong with it the venue does not say.
        }
        throw new RefusedException(400, refusal);
    }

    /** An order id from a request, in lower case. */
    static String orderId(JsonNode json) {
        if (!json.isTextual() || !Hashes.isHash(json.textValue())) {
            throw new RefusedException(400, Words.INVALID_ID);
        }
        return json.textValue().toLowerCase(Locale.ROOT);
    }

    /** A list of order ids from a request, each once. */
    static List<String> orderIds(String body) {
        JsonNode json = read(body, Words.INVALID_PAYLOAD);
        if (!json.isArray() || json.isEmpty()) {
            throw new RefusedException(400, Words.INVALID_PAYLOAD);
        }
        List<String> ids = new ArrayList<>(json.size());
        json.forEach(id -> ids.add(orderId(id)));
        return ids.stream().distinct().toList();
    }
}
