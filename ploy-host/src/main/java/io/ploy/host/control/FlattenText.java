package io.ploy.host.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import java.util.ArrayList;
import java.util.List;

/** A sale in a host's status, for people. */
public final class FlattenText {
    private FlattenText() {}

    /**
     * The sale that was asked for last.
     *
     * @param status as it was written
     * @param style how to colour it
     * @return a line, and a table of what is left; empty if none was asked for
     */
    public static List<String> lines(JsonNode status, Style style) {
        JsonNode sale = status.path("engine").path("flatten");
        if (sale.isMissingNode()) {
            return List.of();
        }
        JsonNode left = sale.path("left");
        String how = sale.path("over").asBoolean()
                ? "ended" + (left.isEmpty() ? ", nothing is left" : ", left:")
                : "attempt " + sale.path("attempt").asInt() + " of "
                        + sale.path("attempts").asInt();
        List<String> lines = new ArrayList<>();
        lines.add("selling   " + Printable.of(sale.path("scope").asText()) + ": " + how);
        if (!left.isEmpty()) {
            TextTable table = new TextTable()
                    .words("strategy")
                    .words("outcome")
                    .numbers("shares")
                    .words("why it is still held");
            left.forEach(each ->
                    table.row(text(each, "strategy"), text(each, "outcome"), text(each, "shares"), text(each, "why")));
            lines.addAll(table.lines(style));
        }
        return lines;
    }

    private static String text(JsonNode row, String name) {
        return Printable.of(row.path(name).asText());
    }
}
