package io.ploy.testkit.polymarket.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Rows page by page, as either version has it. */
final class Pages {
    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    private Pages() {}

    /** An envelope with a cursor. */
    static WireAnswer second(Query query, List<ObjectNode> rows) {
        if (query.has("offset")) {
            throw query.refused("offset", "left out: pages follow a cursor");
        }
        int from = position(query);
        int limit = Math.max(1, query.count("limit", USUAL, MOST));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        rows.stream().skip(from).limit(limit).forEach(data::add);
        boolean more = rows.size() > from + limit;
        ObjectNode pagination = answer.putObject("pagination");
        pagination.put("limit", limit);
        pagination.put("has_more", more);
        if (more) {
            pagination.put("next_cursor", cursor(from + limit));
        } else {
            pagination.putNull("next_cursor");
        }
        return WireAnswer.json(answer.toString());
    }

    /** A bare array with an offset. */
    static WireAnswer first(Query query, List<ObjectNode> rows) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        rows.stream()
                .skip(query.count("offset", 0, Integer.MAX_VALUE))
                .limit(query.count("limit", USUAL, MOST))
                .forEach(data::add);
        return WireAnswer.json(data.toString());
    }

    private static String cursor(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("at:" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(Query query) {
        String cursor = query.text("cursor", "");
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith("at:")) {
                return Integer.parseInt(text.substring(3));
            }
        } catch (IllegalArgumentException e) {
            // Not a cursor of ours: refused below.
        }
        throw query.refused("cursor", "one from an answer");
    }
}
