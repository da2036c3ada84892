package io.ploy.host.run;

import io.ploy.core.history.sql.SqlHistory;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.sql.SqlJournal;

/** The tables of the history, which follow a journal for as long as this is open. */
@FunctionalInterface
interface Tables extends AutoCloseable {
    /** There are none. */
    Tables NONE = () -> {};

    /** Those in a journal's own database, if they are wanted. */
    static Tables follow(JournalStore journal, boolean wanted) {
        if (wanted && journal instanceof SqlJournal database) {
            SqlHistory history = SqlHistory.follow(database);
            return history::close;
        }
        return NONE;
    }

    /** Ends, with the rows of what the journal has. */
    @Override
    void close();
}
