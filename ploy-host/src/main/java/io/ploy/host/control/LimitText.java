package io.ploy.host.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import java.util.ArrayList;
import java.util.List;

/** The limits in a host's status, for people. */
public final class LimitText {
    private LimitText() {}

    /**
     * A table: a line for each limit, a column for the account and one for each strategy that has something of its own.
     *
     * @param status as it was written
     * @param style how to colour it
     * @return what to print; empty before the host has said it
     */
    public static List<String> lines(JsonNode status, Style style) {
        JsonNode limits = status.path("engine").path("limits");
        if (limits.isEmpty()) {
            return List.of();
        }
        List<String> strategies = new ArrayList<>();
        limits.path("strategies").properties().stream()
                .filter(strategy -> !strategy.getValue().isEmpty())
                .forEach(strategy -> strategies.add(strategy.getKey()));
        TextTable table = new TextTable().words("limit").numbers("account");
        strategies.forEach(name -> table.numbers(Printable.of(name)));
        limits.path("account").properties().forEach(limit -> {
            List<String> row =
                    new ArrayList<>(List.of(limit.getKey(), limit.getValue().asText()));
            strategies.forEach(name -> row.add(
                    limits.path("strategies").path(name).path(limit.getKey()).asText()));
            table.row(row.stream().map(Printable::of).toArray(String[]::new));
        });
        return table.lines(style);
    }
}
