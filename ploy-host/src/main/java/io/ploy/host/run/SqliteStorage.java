package io.ploy.host.run;

import io.ploy.api.order.AccountId;
import io.ploy.core.lease.FileLease;
import io.ploy.core.lease.Lease;
import io.ploy.core.lease.LeaseHolder;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import io.ploy.core.time.SystemClockTicker;
import io.ploy.host.config.JournalPlace;
import java.time.Duration;

/** A file of SQLite, and the lease in a folder beside it. */
record SqliteStorage(JournalPlace.Sqlite place, AccountId account) implements Storage {
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    @Override
    public Lease takeLease(LeaseHolder holder) {
        return FileLease.take(FileStorage.beside(place.file()), holder);
    }

    @Override
    public JournalStore openJournal(long token) {
        return SqlJournal.open(
                SqlDatabase.sqlite(place.file(), LOCK_TIMEOUT),
                SqlJournal.Settings.defaults(account.name(), SystemClockTicker.INSTANCE)
                        .withFencingToken(token));
    }

    @Override
    public Tables tables(JournalStore journal) {
        return Tables.follow(journal, place.tables());
    }

    @Override
    public String probe() {
        return FileStorage.probe(place.file());
    }
}
