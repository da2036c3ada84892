package io.ploy.host.journal;

import io.ploy.api.secret.Secret;
import io.ploy.core.lease.LeaseHolder;
import io.ploy.core.lease.LeaseSettings;
import io.ploy.core.lease.PostgresLease;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.persistence.sql.PostgresSettings;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import io.ploy.core.time.SystemClockTicker;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.ThisProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        SqlJournal.read(reached(), visitor);
        return 0;
    }

    private SqlDatabase reached() {
        return SqlDatabase.postgres(settings);
    }

    @Override
    public void append(JournalRecord record) {
        SqlDatabase database = reached();
        String account = account(database);
        LeaseHolder holder = new LeaseHolder(ThisProcess.named("ploy journal"), ThisProcess.host());
        try (PostgresLease lease =
                PostgresLease.take(database, account, holder, LeaseSettings.defaults(SystemClockTicker.INSTANCE))) {
            OneRecord.append(
                    SqlJournal.open(
                            database,
                            SqlJournal.Settings.defaults(account, SystemClockTicker.INSTANCE)
                                    .withFencingToken(lease.token())),
                    record);
        }
    }

    private static String account(SqlDatabase database) {
        List<String> accounts = PostgresLease.accounts(database);
        if (accounts.size() != 1) {
            throw CommandFailure.badInput("The journal is written to under its account's lease only, and " + database
                    + " has " + (accounts.isEmpty() ? "never had one" : "those of " + String.join(", ", accounts))
                    + ".");
        }
        return accounts.get(0);
    }

    @Override
    public Optional<SqlDatabase> database() {
        return Optional.of(reached());
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
