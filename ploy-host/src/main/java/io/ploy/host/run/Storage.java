package io.ploy.host.run;

import io.ploy.api.order.AccountId;
import io.ploy.core.lease.Lease;
import io.ploy.core.lease.LeaseHolder;
import io.ploy.core.persistence.JournalStore;
import io.ploy.host.config.JournalPlace;
import java.util.Map;

/** Where one account's journal is, with the right to write to it. */
interface Storage extends AutoCloseable {
    /**
     * Storage at a place; nothing is made or opened yet.
     *
     * @param environment the process's variables
     * @throws io.ploy.host.console.CommandFailure if its password is not there
     */
    static Storage at(JournalPlace place, AccountId account, Map<String, String> environment) {
        if (place instanceof JournalPlace.Postgres postgres) {
            return new PostgresStorage(postgres, account, environment);
        }
        if (place instanceof JournalPlace.Sqlite sqlite) {
            return new SqliteStorage(sqlite, account);
        }
        return new FileStorage((JournalPlace.Files) place);
    }

    /**
     * Takes the lease, waiting a few seconds for another holder's at most.
     *
     * @throws io.ploy.core.lease.LeaseHeldException if another process has it
     * @throws io.ploy.core.lease.LeaseException if it cannot be taken
     */
    Lease takeLease(LeaseHolder holder);

    /**
     * Opens the journal.
     *
     * @param token of the lease
     * @throws io.ploy.core.persistence.JournalException if it cannot be used
     */
    JournalStore openJournal(long token);

    /**
     * Begins to keep tables for queries beside the journal.
     *
     * @param journal that was opened here
     * @return to be closed after the journal; nothing if this journal has none or none are wanted
     */
    default Tables tables(JournalStore journal) {
        return Tables.NONE;
    }

    /**
     * Looks whether it could be used, and changes nothing.
     *
     * @return what is there, for people
     * @throws io.ploy.core.persistence.JournalException if it could not
     */
    String probe();

    /** Forgets the password. */
    @Override
    default void close() {}
}
