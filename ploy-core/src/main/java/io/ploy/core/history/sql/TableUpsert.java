package io.ploy.core.history.sql;

import io.ploy.core.history.HistoryColumn;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rows of one table over one connection, each in the place of the one that has its key.
 *
 * @param <R> the table's rows
 */
final class TableUpsert<R extends HistoryRow> {
    private final HistoryTable<R> table;
    private final SqlDialect dialect;
    private final PreparedStatement statement;

    TableUpsert(Connection connection, HistoryTable<R> table) throws SQLException {
        this.table = table;
        dialect = SqlDialect.of(connection);
        statement = connection.prepareStatement(sql(table, dialect));
    }

    private static <R extends HistoryRow> String sql(HistoryTable<R> table, SqlDialect dialect) {
        List<HistoryColumn<R>> columns = table.columns();
        String names = columns.stream().map(dialect::stored).collect(Collectors.joining(", "));
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        String keys = columns.stream()
                .filter(HistoryColumn::isKey)
                .map(dialect::stored)
                .collect(Collectors.joining(", "));
        String rest = columns.stream()
                .filter(column -> !column.isKey())
                .map(column -> dialect.stored(column) + " = excluded." + dialect.stored(column))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + names + ") VALUES (" + places + ") ON CONFLICT (" + keys
                + ") DO UPDATE SET " + rest;
    }

    void write(Collection<HistoryRow> rows) throws SQLException {
        for (HistoryRow row : rows) {
            R typed = table.rowType().cast(row);
            int index = 1;
            for (HistoryColumn<R> column : table.columns()) {
                Object value = SqlDialect.kept(column.value().apply(typed));
                dialect.bind(statement, index++, column.type(), value);
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }
}
