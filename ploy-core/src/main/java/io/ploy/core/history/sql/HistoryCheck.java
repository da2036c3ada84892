package io.ploy.core.history.sql;

import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.history.HistoryTables;
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.sql.SqlDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the tables of a database with the rows its journal gives, as they were at one moment, without changing anything.
 * Rows are given record by record; of them only those that the tables show in a later form are held in memory.
 *
 * <p><b>Threading.</b> One thread. <b>Errors.</b> {@link JournalException} if the tables cannot be read.
 */
public final class HistoryCheck implements HistoryTables, AutoCloseable {
    private static final int TOLD = 10;

    private final Connection connection;
    private final long sequence;
    private final List<StoredRows<?>> stored = new ArrayList<>();
    private final Map<Id, StoredRows.Values> ofRecord = new LinkedHashMap<>();
    private final Set<Id> comesLater = new HashSet<>();
    private final List<String> contradictions = new ArrayList<>();
    private long found;

    private record Id(HistoryTable<?> table, List<@Nullable Object> key) {
        static Id of(StoredRows.Values row) {
            return new Id(row.table(), row.key());
        }

        @Override
        public String toString() {
            return table + " "
                    + String.join(" ", key.stream().map(String::valueOf).toList());
        }
    }

    private HistoryCheck(Connection connection) throws SQLException {
        this.connection = connection;
        sequence = HistoryProgress.read(connection);
        for (HistoryTable<?> table : HistoryTable.all()) {
            stored.add(new StoredRows<>(connection, table));
        }
    }

    /**
     * Begins to compare.
     *
     * @param database where the journal and the tables are
     * @return absent if an older Ploy made the database, without tables; to be closed by the caller
     */
    public static Optional<HistoryCheck> of(SqlDatabase database) {
        Connection connection = null;
        try {
            connection = database.reader();
            connection.setAutoCommit(false);
            // All tables as they are now, and not each as it is when it is looked at.
            connection.setTransactionIsolation(
                    SqlDialect.of(connection) == SqlDialect.POSTGRESQL
                            ? Connection.TRANSACTION_REPEATABLE_READ
                            : Connection.TRANSACTION_SERIALIZABLE);
            if (!hasTables(connection)) {
                connection.close();
                return Optional.empty();
            }
            return Optional.of(new HistoryCheck(connection));
        } catch (SQLException e) {
            closeAfter(e, connection);
            throw new JournalException(
                    "cannot read the tables of the history in " + database + ": " + e.getMessage(), e);
        }
    }

    private static void closeAfter(SQLException cause, @Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), HistoryProgress.TABLE, null)) {
            return tables.next();
        }
    }

    /**
     * How far the tables are.
     *
     * @return the last record whose rows they have; 0 if none
     */
    public long sequence() {
        return sequence;
    }

    @Override
    public void put(HistoryRow row) {
        if (row.sequence() <= sequence) {
            put(HistoryTable.of(row), row);
        }
    }

    private <R extends HistoryRow> void put(HistoryTable<R> table, HistoryRow row) {
        StoredRows.Values values = StoredRows.values(table, row);
        ofRecord.put(Id.of(values), values);
    }

    /**
     * Compares what a record gave.
     *
     * @param record all of whose rows were put
     */
    public void folded(long record) {
        if (record > sequence) {
            return;
        }
        try {
            for (StoredRows<?> table : stored) {
                for (StoredRows.Values row : table.upTo(record)) {
                    compare(row, record);
                }
            }
        } catch (SQLException e) {
            throw new JournalException("cannot read the tables of the history: " + e.getMessage(), e);
        }
        comesLater.addAll(ofRecord.keySet());
        ofRecord.clear();
    }

    private void compare(StoredRows.Values row, long record) {
        Id id = Id.of(row);
        StoredRows.Values expected = ofRecord.remove(id);
        comesLater.remove(id);
        if (expected == null) {
            contradict(id + " is there, and record " + record + " gives no such row");
            return;
        }
        List<String> differences = row.differences(expected);
        if (!differences.isEmpty()) {
            contradict(id + ": " + String.join(", ", differences));
        }
    }

    private void contradict(String what) {
        found++;
        if (contradictions.size() < TOLD) {
            contradictions.add(what);
        }
    }

    /**
     * Ends the comparison.
     *
     * @param last the last record of the journal
     * @return in words, where the tables say something else than the journal: the first few places; empty if nowhere
     */
    public List<String> finish(long last) {
        if (sequence > last) {
            contradict("the tables have record " + sequence + ", and the journal ends with " + last);
        } else {
            comesLater.forEach(id -> contradict(id + " is missing"));
            for (int i = 0; i < stored.size(); i++) {
                if (stored.get(i).hasMore()) {
                    contradict(HistoryTable.all().get(i) + " has rows of records after " + sequence);
                }
            }
        }
        List<String> told = new ArrayList<>(contradictions);
        if (found > told.size()) {
            told.add(found - told.size() + " more");
        }
        return told;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new JournalException("cannot close the tables of the history: " + e.getMessage(), e);
        }
    }
}
