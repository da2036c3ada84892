package io.ploy.core.history.sql;

import io.ploy.core.history.HistoryColumn;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows a database has in one table, in the order of the records they come from, a few of them in memory at a time.
 *
 * @param <R> the table's rows
 */
final class StoredRows<R extends HistoryRow> implements AutoCloseable {
    private static final int FETCHED_ROWS = 200;

    private final HistoryTable<R> table;
    private final SqlDialect dialect;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean hasRow;

    StoredRows(Connection connection, HistoryTable<R> table) throws SQLException {
        this.table = table;
        dialect = SqlDialect.of(connection);
        String columns = table.columns().stream().map(dialect::stored).collect(Collectors.joining(", "));
        statement = connection.prepareStatement("SELECT " + columns + " FROM " + table + " ORDER BY sequence");
        statement.setFetchSize(FETCHED_ROWS);
        rows = statement.executeQuery();
        hasRow = rows.next();
    }

    /** Whether there are rows left. */
    boolean hasMore() {
        return hasRow;
    }

    /** Takes the rows up to a record. */
    List<Values> upTo(long sequence) throws SQLException {
        List<Values> taken = new ArrayList<>();
        while (hasRow && rows.getLong("sequence") <= sequence) {
            List<@Nullable Object> values = new ArrayList<>();
            for (HistoryColumn<R> column : table.columns()) {
                values.add(comparable(dialect.read(rows, column)));
            }
            taken.add(new Values(table, values));
            hasRow = rows.next();
        }
        return taken;
    }

    /** What a database would have of a row. */
    static <R extends HistoryRow> Values values(HistoryTable<R> table, HistoryRow row) {
        R typed = table.rowType().cast(row);
        List<@Nullable Object> values = new ArrayList<>();
        for (HistoryColumn<R> column : table.columns()) {
            values.add(comparable(SqlDialect.kept(column.value().apply(typed))));
        }
        return new Values(table, values);
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    /**
     * A row as a database has it.
     *
     * @param table which
     * @param values by column
     */
    record Values(HistoryTable<?> table, List<@Nullable Object> values) {
        /** What identifies it. */
        List<@Nullable Object> key() {
            List<@Nullable Object> key = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                if (table.columns().get(i).isKey()) {
                    key.add(values.get(i));
                }
            }
            return key;
        }

        /** In words, how this one in a table differs from what it should be; empty if it does not. */
        List<String> differences(Values expected) {
            List<String> differences = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                Object found = values.get(i);
                Object wanted = expected.values.get(i);
                if (found == null ? wanted != null : !found.equals(wanted)) {
                    differences.add(table.columns().get(i).name() + " is " + found + " and by the journal " + wanted);
                }
            }
            return differences;
        }
    }
}
