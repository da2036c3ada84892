package io.ploy.core.history.sql;

import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.history.HistoryTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows on their way to the tables of a database: of each row only what it is at the end of a batch. */
final class SqlHistoryTables implements HistoryTables {
    private final Map<HistoryTable<?>, Map<List<Object>, HistoryRow>> waiting = new LinkedHashMap<>();
    private final Map<HistoryTable<?>, TableUpsert<?>> upserts = new HashMap<>();
    private @Nullable Connection connection;
    private long after;

    /** Rows of records up to this one are there already, and are not taken. */
    void after(long sequence) {
        after = sequence;
        waiting.values().forEach(rows -> rows.values().removeIf(row -> row.sequence() <= sequence));
    }

    @Override
    public void put(HistoryRow row) {
        if (row.sequence() > after) {
            put(HistoryTable.of(row), row);
        }
    }

    private <R extends HistoryRow> void put(HistoryTable<R> table, HistoryRow row) {
        R typed = table.rowType().cast(row);
        waiting.computeIfAbsent(table, any -> new LinkedHashMap<>()).put(table.key(typed), typed);
    }

    /** Writes what waits, and keeps it until it is told that it is there. */
    void write(Connection to) throws SQLException {
        if (!to.equals(connection)) {
            upserts.clear();
            connection = to;
        }
        for (Map.Entry<HistoryTable<?>, Map<List<Object>, HistoryRow>> table : waiting.entrySet()) {
            if (!table.getValue().isEmpty()) {
                upsert(to, table.getKey()).write(table.getValue().values());
            }
        }
    }

    private TableUpsert<?> upsert(Connection to, HistoryTable<?> table) throws SQLException {
        TableUpsert<?> known = upserts.get(table);
        if (known == null) {
            known = new TableUpsert<>(to, table);
            upserts.put(table, known);
        }
        return known;
    }

    /** Removes all rows from all tables. */
    static void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (HistoryTable<?> table : HistoryTable.all()) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        }
    }
}
