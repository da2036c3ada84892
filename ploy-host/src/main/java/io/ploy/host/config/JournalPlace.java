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
     * @param tables whether it has tables for queries as well
     */
    record Sqlite(Path file, boolean tables) implements JournalPlace {
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
     * @param tables whether it has tables for queries as well
     */
    record Postgres(
            String url,
            String user,
            SecretReference password,
            String schema,
            Duration leaseLife,
            Duration leaseRenewEvery,
            boolean tables)
            implements JournalPlace {
        @Override
        public String toString() {
            return url + " schema " + schema;
        }
    }
}
