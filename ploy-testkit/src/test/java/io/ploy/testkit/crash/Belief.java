package io.ploy.testkit.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a process said when it ended.
 *
 * @param millis from its start until nothing was in doubt
 * @param probed for how many outcomes an order went through after that
 * @param clean whether nothing was left open
 * @param settled whether nothing could change any more
 * @param operations splits and merges of which it is not certain what became of them
 * @param cash settled, in micros
 * @param shares confirmed, in micros, of each instrument it holds
 * @param open orders it calls open
 * @param halts why it does not trade
 */
record Belief(
        long millis,
        int probed,
        boolean clean,
        boolean settled,
        int operations,
        long cash,
        Map<String, Long> shares,
        List<String> open,
        List<String> halts) {
    static Belief parse(String line) throws IOException {
        JsonNode said = new ObjectMapper().readTree(line);
        Map<String, Long> shares = new TreeMap<>();
        said.path("positions").properties().forEach(entry -> {
            if (entry.getValue().asLong() != 0) {
                shares.put(entry.getKey(), entry.getValue().asLong());
            }
        });
        return new Belief(
                said.path("millis").asLong(),
                said.path("probed").asInt(),
                said.path("clean").asBoolean(),
                said.path("settled").asBoolean(),
                said.path("operations").asInt(),
                said.path("cash").asLong(),
                shares,
                texts(said.path("open")),
                texts(said.path("halts")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
