package io.ploy.core.persistence.sql;

import java.sql.SQLException;

/** Statements over a connection. */
@FunctionalInterface
public interface SqlWork {
    /**
     * Executes them.
     *
     * @throws SQLException if the database refuses one or cannot be reached
     */
    void run() throws SQLException;
}
