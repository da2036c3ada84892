package io.ploy.host.run;

import io.ploy.api.order.AccountId;
import io.ploy.api.secret.Secret;
import io.ploy.core.lease.Lease;
import io.ploy.core.lease.LeaseHolder;
import io.ploy.core.lease.LeaseSettings;
import io.ploy.core.lease.PostgresLease;
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.sql.PostgresSettings;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import io.ploy.core.persistence.sql.SqlMigrations;
import io.ploy.core.time.SystemClockTicker;
import io.ploy.host.config.JournalPlace;
import java.time.Duration;
import java.util.Map;

/** A schema of a PostgreSQL server, with the lease as a row of it. */
final class PostgresStorage implements Storage {
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Secret password;
    private final SqlDatabase database;
    private final AccountId account;
    private final LeaseSettings lease;
    private final boolean tables;

    PostgresStorage(JournalPlace.Postgres place, AccountId account, Map<String, String> environment) {
        password = place.password().read(environment);
        this.account = account;
        database = SqlDatabase.postgres(
                new PostgresSettings(place.url(), place.user(), password, place.schema(), STATEMENT_TIMEOUT));
        tables = place.tables();
        lease = new LeaseSettings(place.leaseLife(), place.leaseRenewEvery(), WAIT, SystemClockTicker.INSTANCE);
    }

    @Override
    public Lease takeLease(LeaseHolder holder) {
        return PostgresLease.take(database, account.name(), holder, lease);
    }

    @Override
    public JournalStore openJournal(long token) {
        return SqlJournal.open(
                database,
                SqlJournal.Settings.defaults(account.name(), SystemClockTicker.INSTANCE)
                        .withFencingToken(token));
    }

    @Override
    public Tables tables(JournalStore journal) {
        return Tables.follow(journal, tables);
    }

    @Override
    public String probe() {
        int version = new SqlMigrations(database).version();
        if (version > SqlMigrations.LATEST) {
            throw new JournalException(database + " was made by a newer Ploy, with version " + version
                    + " of its tables; this one knows versions up to " + SqlMigrations.LATEST);
        }
        return version == 0 ? "is new" : "is there, version " + version + " of its tables";
    }

    @Override
    public void close() {
        password.close();
    }
}
