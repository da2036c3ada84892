package io.ploy.core.lease;

import io.ploy.core.persistence.sql.SqlDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The leases' table, one connection for each statement group. All times in it are the database's. */
final class LeaseTable {
    private static final String AFTER = "clock_timestamp() + ? * interval '1 microsecond'";

    private final SqlDatabase database;
    private final String account;

    LeaseTable(SqlDatabase database, String account) {
        this.database = database;
        this.account = account;
    }

    static List<String> accounts(SqlDatabase database) throws SQLException {
        List<String> accounts = new ArrayList<>();
        try (Connection connection = database.reader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT account FROM lease ORDER BY account")) {
            while (rows.next()) {
                accounts.add(rows.getString(1));
            }
        }
        return accounts;
    }

    /** Answers the new token, or 0 if another holder's lease has not ended. */
    long take(LeaseHolder holder, Duration life) throws SQLException {
        try (Connection connection = database.durable();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO lease (account, token, holder, host, expires_at) VALUES"
                                + " (?, 1, ?, ?, " + AFTER
                                + ") ON CONFLICT (account) DO UPDATE SET token = lease.token + 1,"
                                + " holder = excluded.holder, host = excluded.host, expires_at = " + AFTER
                                + " WHERE lease.expires_at <= clock_timestamp() RETURNING token")) {
            statement.setString(1, account);
            statement.setString(2, holder.name());
            statement.setString(3, holder.host());
            statement.setLong(4, TimeUnit.NANOSECONDS.toMicros(life.toNanos()));
            statement.setLong(5, TimeUnit.NANOSECONDS.toMicros(life.toNanos()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Who holds it. */
    Held held() throws SQLException {
        try (Connection connection = database.reader();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT holder, host, expires_at, extract(epoch FROM expires_at - clock_timestamp()) * 1000000"
                                + " FROM lease WHERE account = ?")) {
            statement.setString(1, account);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the lease of " + account + " is gone from " + database);
                }
                return new Held(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(Math.max(0, row.getLong(4)))));
            }
        }
    }

    /** Answers false if the lease has another token. */
    boolean renew(Connection connection, long token, Duration life) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE lease SET expires_at = " + AFTER + " WHERE account = ? AND token = ?")) {
            statement.setLong(1, TimeUnit.NANOSECONDS.toMicros(life.toNanos()));
            statement.setString(2, account);
            statement.setLong(3, token);
            return statement.executeUpdate() == 1;
        }
    }

    Connection connect() throws SQLException {
        return database.durable();
    }

    @Override
    public String toString() {
        return account + " in " + database;
    }

    /**
     * Another holder's lease.
     *
     * @param holder its name
     * @param host where it runs
     * @param endsAt by the database's clock
     * @param left until then, by the database's clock
     */
    record Held(String holder, String host, Instant endsAt, Duration left) {}
}
