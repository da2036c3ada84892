package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** One page of a list: where it begins, and how many rows it may have. A cursor is an offset in base 64. */
final class Page {
    private static final String END = "LTE=";

    private final int offset;
    private final int size;

    private Page(int offset, int size) {
        this.offset = offset;
        this.size = size;
    }

    /**
     * The page that a request asks for.
     *
     * @param refusal what is said if its cursor is none
     */
    static Page of(WireRequest request, int size, String refusal) {
        String cursor = request.parameter("next_cursor").orElse("");
        return new Page(cursor.isEmpty() ? 0 : offset(cursor, refusal), size);
    }

    private static int offset(String cursor, String refusal) {
        try {
            int offset = Integer.parseInt(new String(Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII));
            // Past the end there is nothing, as on the last page.
            return offset < 0 ? Integer.MAX_VALUE : offset;
        } catch (IllegalArgumentException e) {
            throw new RefusedException(400, refusal);
        }
    }

    <T> WireAnswer of(List<T> all, Function<T, ? extends JsonNode> row) {
        int from = Math.min(offset, all.size());
        int to = Math.min(from + size, all.size());
        ObjectNode page = Bodies.object();
        ArrayNode data = page.putArray("data");
        all.subList(from, to).forEach(entry -> data.add(row.apply(entry)));
        page.put("next_cursor", to < all.size() ? cursor(to) : END);
        page.put("limit", size);
        page.put("count", to - from);
        return WireAnswer.json(page.toString());
    }

    private static String cursor(int offset) {
        return Base64.getEncoder().encodeToString(Integer.toString(offset).getBytes(StandardCharsets.US_ASCII));
    }
}
