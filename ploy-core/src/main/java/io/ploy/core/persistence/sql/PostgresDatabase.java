package io.ploy.core.persistence.sql;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of a server. */
final class PostgresDatabase extends SqlDatabase {
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 5;

    private final PostgresSettings settings;

    PostgresDatabase(PostgresSettings settings) {
        this.settings = settings;
    }

    @Override
    public Connection reader() throws SQLException {
        Connection connection = migrations().getConnection();
        connection.setReadOnly(true);
        return connection;
    }

    @Override
    public Connection durable() throws SQLException {
        Connection connection = migrations().getConnection();
        try {
            refuseOff(
                    connection, "synchronous_commit", "ALTER ROLE " + settings.user() + " SET synchronous_commit = on");
            refuseOff(connection, "fsync", "fsync = on in postgresql.conf");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection derived() throws SQLException {
        Connection connection = migrations().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit TO off");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void betweenCommits(Connection connection, SqlWork work) throws SQLException {
        // A server has as many writers as it has connections.
        work.run();
    }

    private void refuseOff(Connection connection, String setting, String remedy) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SHOW " + setting)) {
            if (!answer.next() || "off".equals(answer.getString(1))) {
                throw new SQLException(this + " cannot be written durably: " + setting + " is off. Set: " + remedy);
            }
        }
    }

    @Override
    RecordInsert insert(Connection connection, Fencing fencing) throws SQLException {
        return new PostgresInsert(connection, fencing);
    }

    @Override
    Closeable lock() {
        // Two writers without a token meet at the primary key, with one at the token.
        return () -> {};
    }

    @Override
    boolean claim(Fencing fencing) throws SQLException {
        try (Connection connection = reader();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT 1 FROM lease WHERE account = ? AND token = ?")) {
            statement.setString(1, fencing.account());
            statement.setLong(2, fencing.token());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    @Override
    DataSource migrations() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.url());
        source.setUser(settings.user());
        settings.password().use(password -> {
            source.setPassword(new String(password));
            return password.length;
        });
        source.setCurrentSchema(settings.schema());
        source.setApplicationName("ploy");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(CONNECT_SECONDS);
        int seconds = (int) settings.statementTimeout().toSeconds();
        source.setSocketTimeout(seconds + ANSWER_SECONDS);
        source.setOptions("-c statement_timeout=" + settings.statementTimeout().toMillis());
        return source;
    }

    @Override
    String dialect() {
        return "postgresql";
    }

    @Override
    String schema() {
        return settings.schema();
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
