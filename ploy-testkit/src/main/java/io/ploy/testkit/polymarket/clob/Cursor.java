package io.ploy.testkit.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Pages of lists: a cursor is the place of the next entry, hidden in base 64. */
record Cursor(int from) {
    private static final String END = "LTE=";
    private static final int PAGE = 1_000;

    /**
     * The one a request names.
     *
     * @return the start if it names none
     * @throws RefusedException if it names what is no cursor
     */
    static Cursor of(WireRequest request) {
        String text = request.parameter("next_cursor").orElse("");
        if (text.isEmpty()) {
            return new Cursor(0);
        }
        try {
            String decoded = new String(Base64.getDecoder().decode(text), StandardCharsets.US_ASCII);
            int from = Integer.parseInt(decoded);
            return new Cursor(from < 0 ? Integer.MAX_VALUE : from);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(400, "Invalid next_cursor");
        }
    }

    /** The page that begins here. */
    <T> String page(List<T> all, Function<T, ObjectNode> entry) {
        int start = Math.min(from, all.size());
        int end = Math.min(start + PAGE, all.size());
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode data = page.putArray("data");
        all.subList(start, end).forEach(each -> data.add(entry.apply(each)));
        String next = end == all.size() ? END : encoded(end);
        return page.put("next_cursor", next)
                .put("limit", PAGE)
                .put("count", end - start)
                .toString();
    }

    private static String encoded(int place) {
        byte[] text = Integer.toString(place).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(text);
    }
}
