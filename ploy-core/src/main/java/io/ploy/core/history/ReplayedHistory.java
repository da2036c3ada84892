package io.ploy.core.history;

import io.ploy.core.persistence.JournalCorruptException;
import io.ploy.core.persistence.JournalVisitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Searches a journal by reading it from its first record, each time anew: nothing is kept, nothing is written, and no
 * database is needed. Only rows that meet the conditions are held in memory.
 */
public final class ReplayedHistory implements TradeHistory {
    private final Consumer<JournalVisitor> journal;

    /**
     * Reads a journal.
     *
     * @param journal shows a visitor every record, such as {@code store::replay}
     */
    public ReplayedHistory(Consumer<JournalVisitor> journal) {
        this.journal = journal;
    }

    @Override
    public <R extends HistoryRow> HistoryPage<R> find(HistoryTable<R> table, HistoryQuery query) {
        List<String> missing = query.notIn(table);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("table " + table + " has no " + String.join(", ", missing));
        }
        Found<R> found = new Found<>(table, query);
        HistoryProjection projection = new HistoryProjection(found);
        String damage = "";
        try {
            journal.accept(projection);
        } catch (JournalCorruptException e) {
            damage = String.valueOf(e.getMessage());
        }
        return found.page(projection.skipped(), damage);
    }

    private static final class Found<R extends HistoryRow> implements HistoryTables {
        private final HistoryTable<R> table;
        private final HistoryQuery query;
        private final Map<List<Object>, R> rows = new LinkedHashMap<>();
        private final List<String> marketNames = new ArrayList<>();

        Found(HistoryTable<R> table, HistoryQuery query) {
            this.table = table;
            this.query = query;
        }

        @Override
        public void put(HistoryRow row) {
            if (row instanceof MarketRow market && market.slug().equals(query.market())) {
                marketNames.add(market.market().toString());
            }
            if (!table.rowType().isInstance(row)) {
                return;
            }
            R typed = table.rowType().cast(row);
            if (query.takes(table, typed, marketNames)) {
                rows.put(table.key(typed), typed);
            } else {
                rows.remove(table.key(typed));
            }
        }

        HistoryPage<R> page(int skipped, String damage) {
            List<R> all = new ArrayList<>(rows.values());
            all.sort(Comparator.<R, Instant>comparing(row -> time(row)).thenComparing(HistoryRow::sequence));
            List<R> last = all.subList(Math.max(0, all.size() - query.limit()), all.size());
            return new HistoryPage<>(last, all.size(), skipped, damage);
        }

        private Instant time(R row) {
            return table.time().value().apply(row) instanceof Instant at ? at : Instant.MIN;
        }
    }
}
