package io.ploy.core.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables in memory, and every row that was ever given. */
public final class MemoryTables implements HistoryTables {
    private final Map<HistoryTable<?>, Map<List<Object>, HistoryRow>> tables = new LinkedHashMap<>();
    private final List<HistoryRow> given = new ArrayList<>();

    @Override
    public void put(HistoryRow row) {
        given.add(row);
        put(HistoryTable.of(row), row);
    }

    private <R extends HistoryRow> void put(HistoryTable<R> table, HistoryRow row) {
        R typed = table.rowType().cast(row);
        tables.computeIfAbsent(table, any -> new LinkedHashMap<>()).put(table.key(typed), typed);
    }

    public <R extends HistoryRow> List<R> rows(HistoryTable<R> table) {
        Collection<HistoryRow> rows = tables.getOrDefault(table, Map.of()).values();
        return rows.stream().map(table.rowType()::cast).toList();
    }

    public Map<HistoryTable<?>, Map<List<Object>, HistoryRow>> all() {
        return tables;
    }

    public List<HistoryRow> given() {
        return given;
    }
}
