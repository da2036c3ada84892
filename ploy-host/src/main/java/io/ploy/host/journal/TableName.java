package io.ploy.host.journal;

import io.ploy.core.history.HistoryTable;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people call tables. */
public final class TableName {
    private static final Map<HistoryTable<?>, String> SHORT = Map.of(
            HistoryTable.ORDER_EVENTS, "events",
            HistoryTable.CASH_ENTRIES, "cash",
            HistoryTable.RISK_DECISIONS, "risk",
            HistoryTable.STRATEGY_STATES, "states",
            HistoryTable.DEAD_LETTERS, "dead-letters");

    private TableName() {}

    /** The names to type, in a stable order. */
    public static List<String> all() {
        return List.copyOf(byName().keySet());
    }

    /**
     * The table a person means: by the name to type or the one in files and databases.
     *
     * @throws CommandFailure if there is none
     */
    public static HistoryTable<?> parse(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, HistoryTable<?>> entry : byName().entrySet()) {
            if (entry.getKey().equals(name) || entry.getValue().name().equals(name.replace('-', '_'))) {
                return entry.getValue();
            }
        }
        throw CommandFailure.badInput("TABLE is one of " + String.join(", ", all()) + "; found '" + text + "'."
                + Nearest.didYouMean(text, all()));
    }

    private static Map<String, HistoryTable<?>> byName() {
        Map<String, HistoryTable<?>> names = new LinkedHashMap<>();
        for (HistoryTable<?> table : HistoryTable.all()) {
            names.put(SHORT.getOrDefault(table, table.name()), table);
        }
        return names;
    }
}
