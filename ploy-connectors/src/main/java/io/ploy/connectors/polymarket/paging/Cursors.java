package io.ploy.connectors.polymarket.paging;

import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.json.AnswerException;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages that name the next one, as the order service has it. */
public final class Cursors {
    /** Names the first page. */
    public static final String FIRST = "MA==";

    private static final String LAST = "LTE=";

    private Cursors() {}

    /**
     * What to ask for.
     *
     * @param call without a place
     * @param cursor as the page before named it, or null for the first
     * @return the call for one page
     */
    public static Call at(Call call, @Nullable String cursor) {
        return call.query("next_cursor", cursor == null ? FIRST : cursor);
    }

    /**
     * Reads a page, or a plain list of all there is.
     *
     * @param <T> what an entry is read to
     * @param answer the page
     * @param entry reads one entry
     * @return the page, with the name of the next
     * @throws AnswerException if it is neither
     */
    public static <T> Page<T> page(JsonValue answer, Function<JsonValue, T> entry) {
        if (answer.isList()) {
            return Page.of(answer, null, entry);
        }
        return answer.object(in -> {
            in.ignore("limit", "total_count");
            String next = in.filled("next_cursor")
                    .map(JsonValue::text)
                    .filter(text -> !text.equals(LAST))
                    .orElse(null);
            Page<T> page = Page.of(in.required("data"), next, entry);
            return in.optional("count")
                    .map(JsonValue::whole)
                    .map(page::counting)
                    .orElse(page);
        });
    }
}
