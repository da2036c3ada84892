package io.ploy.connectors.polymarket.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * One book as the venue answered it.
 *
 * @param symbol the outcome's name at the venue
 * @param millis the venue's time of the book's last change
 * @param text the whole of it
 */
record BookAnswer(String symbol, long millis, String text) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The books in an answer that say whose they are and of when; others are no evidence. */
    static List<BookAnswer> all(String answer) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(answer);
        } catch (JsonProcessingException e) {
            return List.of();
        }
        List<BookAnswer> books = new ArrayList<>();
        for (JsonNode each : tree.isArray() ? tree : List.of(tree)) {
            String symbol = each.path("asset_id").asText();
            long millis = each.path("timestamp").asLong(-1);
            if (!symbol.isEmpty() && millis >= 0) {
                books.add(new BookAnswer(symbol, millis, each.toString()));
            }
        }
        return books;
    }
}
