package io.ploy.core.persistence.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What tables, views and indexes a database has, as text to compare. */
final class Schema {
    private static final String SQLITE =
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY type, name";
    private static final String POSTGRES = """
            SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
              FROM information_schema.columns WHERE table_schema = current_schema()
            UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = current_schema()
            UNION ALL SELECT 'view ' || viewname || definition FROM pg_views WHERE schemaname = current_schema()
            ORDER BY 1
            """;

    private Schema() {}

    static String of(SqlDatabase database) {
        StringBuilder text = new StringBuilder();
        try (Connection connection = database.reader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(database.schema().isEmpty() ? SQLITE : POSTGRES)) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
