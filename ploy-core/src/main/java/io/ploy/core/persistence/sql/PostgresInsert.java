package io.ploy.core.persistence.sql;

import io.ploy.core.persistence.QueuedRecords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * One statement, one journey to the server and one flush for each call: it looks at the lease under a lock that keeps
 * whoever takes it waiting, inserts, and commits.
 */
final class PostgresInsert implements RecordInsert {
    private static final String ROWS = """
            INSERT INTO journal (seq, at_nanos, token, crc32c, body)
            SELECT r.seq, r.at_nanos, ?, r.crc32c, r.body
            FROM unnest(?::bigint[], ?::bigint[], ?::integer[], ?::bytea[]) AS r (seq, at_nanos, crc32c, body)
            """;
    private static final String HELD =
            "WITH held AS MATERIALIZED (SELECT 1 FROM lease WHERE account = ? AND token = ? FOR SHARE)\n";

    private final Connection connection;
    private final Fencing fencing;
    private final PreparedStatement statement;
    private Long[] sequences = new Long[64];
    private Long[] nanos = new Long[64];
    private Integer[] checksums = new Integer[64];
    private byte[][] bodies = new byte[64][];

    PostgresInsert(Connection connection, Fencing fencing) throws SQLException {
        this.connection = connection;
        this.fencing = fencing;
        connection.setAutoCommit(true);
        statement = connection.prepareStatement(fencing.isNone() ? ROWS : HELD + ROWS + ", held");
    }

    @Override
    public boolean insert(QueuedRecords records) throws SQLException {
        int count = 0;
        int bytes = 0;
        while (count < MOST_ROWS && bytes < MOST_BYTES && records.next()) {
            if (count == bodies.length) {
                grow();
            }
            bytes += records.length();
            sequences[count] = records.sequence();
            nanos[count] = records.nanos();
            checksums[count] = records.checksum();
            bodies[count] = records.body();
            count++;
        }
        int at = 1;
        if (!fencing.isNone()) {
            statement.setString(at++, fencing.account());
            statement.setLong(at++, fencing.token());
        }
        statement.setLong(at++, fencing.token());
        statement.setArray(at++, connection.createArrayOf("int8", Arrays.copyOf(sequences, count)));
        statement.setArray(at++, connection.createArrayOf("int8", Arrays.copyOf(nanos, count)));
        statement.setArray(at++, connection.createArrayOf("int4", Arrays.copyOf(checksums, count)));
        statement.setArray(at, connection.createArrayOf("bytea", Arrays.copyOf(bodies, count)));
        int stored = statement.executeUpdate();
        if (stored != 0 && stored != count) {
            throw new SQLException("stored " + stored + " of " + count + " records");
        }
        return stored == count;
    }

    private void grow() {
        int size = bodies.length * 2;
        sequences = Arrays.copyOf(sequences, size);
        nanos = Arrays.copyOf(nanos, size);
        checksums = Arrays.copyOf(checksums, size);
        bodies = Arrays.copyOf(bodies, size);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
