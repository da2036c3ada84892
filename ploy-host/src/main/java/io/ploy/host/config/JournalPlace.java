package io.ploy.host.config;

import java.nio.file.Path;
import java.time.Duration;

/** Where a run keeps its journal, and with it the lease. */
public sealed interface JournalPlace {
    /**
     * Segment files.
     *
     * @param folder a folder of their own
     */
    record Files(Path folder) implements JournalPlace {
        @Override
        public String toString() {
            return "files in " + folder;
        }
    }

    /**
     * SQLite.
     *
     * @param file the database
     */
    record Sqlite(Path file) implements JournalPlace {
        @Override
        public String toString() {
            return "SQLite in " + file;
        }
    }

    /**
     * PostgreSQL.
     *
     * @param url of the driver
     * @param user the role
     * @param password of the role
     * @param schema one for each account
     * @param leaseLife how long the lease lasts unless it is renewed
     * @param leaseRenewEvery how often it is renewed
     */
    record Postgres(
            String url,
            String user,
            SecretReference password,
            String schema,
            Duration leaseLife,
            Duration leaseRenewEvery)
            implements JournalPlace {
        @Override
        public String toString() {
            return url + " schema " + schema;
        }
    }
}
