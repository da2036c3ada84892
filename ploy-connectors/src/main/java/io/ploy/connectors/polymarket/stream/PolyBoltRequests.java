package io.ploy.connectors.polymarket.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What is asked of the newer price service. Requests are numbered so that answers find them. */
final class PolyBoltRequests {
    private final int longestMessage;
    private long last;

    PolyBoltRequests(int longestMessage) {
        this.longestMessage = longestMessage;
    }

    /**
     * One request.
     *
     * @param rid its number
     * @param answers how many answers it gets
     * @param text as it is sent
     */
    record Request(String rid, int answers, String text) {
        /** Without the text, which may hold credentials. */
        @Override
        public String toString() {
            return "request " + rid;
        }
    }

    Request authenticate(ApiCredentials credentials) {
        String rid = next();
        return new Request(
                rid, 1, "{\"op\":\"auth\",\"rid\":\"" + rid + "\",\"auth\":" + Credentials.json(credentials) + "}");
    }

    /** As few requests as the longest message allows. */
    List<Request> subscribe(List<PriceTopic> topics) {
        List<Request> requests = new ArrayList<>();
        Iterator<PriceTopic> left = topics.iterator();
        ArrayNode batch = JsonNodeFactory.instance.arrayNode();
        int size = 0;
        while (left.hasNext()) {
            ObjectNode entry = entry(left.next());
            int bytes = entry.toString().getBytes(StandardCharsets.UTF_8).length + 1;
            if (!batch.isEmpty() && size + bytes > longestMessage - 100) {
                requests.add(subscribe(batch));
                batch = JsonNodeFactory.instance.arrayNode();
                size = 0;
            }
            batch.add(entry);
            size += bytes;
        }
        requests.add(subscribe(batch));
        return requests;
    }

    private static ObjectNode entry(PriceTopic topic) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("channel", topic.channel());
        ObjectNode filter = entry.putObject("filter").put("symbol", topic.symbol());
        if (topic.windowSeconds() > 0) {
            filter.put("window_seconds", topic.windowSeconds());
        }
        return entry;
    }

    private Request subscribe(ArrayNode batch) {
        String rid = next();
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("op", "subscribe")
                .put("rid", rid)
                .set("subscriptions", batch);
        return new Request(rid, batch.size(), message.toString());
    }

    private String next() {
        return Long.toString(++last);
    }
}
