package io.ploy.host.journal;

import io.ploy.api.secret.Secret;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.persistence.sql.PostgresSettings;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import io.ploy.host.console.CommandFailure;
import java.time.Duration;
import java.util.Map;

/** A schema of a PostgreSQL server. */
final class PostgresLocation implements JournalLocation {
    private static final Duration STATEMENT = Duration.ofMinutes(10);

    private final PostgresSettings settings;

    private PostgresLocation(PostgresSettings settings) {
        this.settings = settings;
    }

    static PostgresLocation of(String url, DatabaseAccess access, Map<String, String> environment) {
        String user = access.user();
        if (user == null) {
            throw CommandFailure.badInput(url + " needs --user.");
        }
        String password = environment.getOrDefault(PASSWORD_VARIABLE, "");
        try {
            return new PostgresLocation(
                    new PostgresSettings(url, user, new Secret(password.toCharArray()), access.schema(), STATEMENT));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput("Cannot use the database: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public long read(JournalVisitor visitor) {
        SqlJournal.read(SqlDatabase.postgres(settings), visitor);
        return 0;
    }

    @Override
    public JournalStore open() {
        throw CommandFailure.badInput("A journal in PostgreSQL is written to under its account's lease only, which this"
                + " command does not take. Files and SQLite can be written to.");
    }

    @Override
    public String size() {
        return "PostgreSQL";
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
