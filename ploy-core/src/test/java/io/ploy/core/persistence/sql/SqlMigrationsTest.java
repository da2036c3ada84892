package io.ploy.core.persistence.sql;

import static io.ploy.core.persistence.sql.SqlTesting.SOON;
import static io.ploy.core.persistence.sql.SqlTesting.append;
import static io.ploy.core.persistence.sql.SqlTesting.replayed;
import static io.ploy.core.persistence.sql.SqlTesting.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlMigrationsTest {
    @Nested
    final class Sqlite extends EitherDialect {
        @TempDir
        Path folder;

        @Override
        void reach() {
            Path file = folder.resolve("ploy.db");
            database = SqlDatabase.sqlite(file, Duration.ofSeconds(1));
            execute = sql -> SqlTesting.execute(file, sql);
        }
    }

    @Nested
    final class Postgresql extends EitherDialect {
        @Override
        void reach() {
            PostgresSettings settings = Postgres.schema();
            database = SqlDatabase.postgres(settings);
            Postgres.execute(settings, "CREATE SCHEMA " + settings.schema());
            execute = sql -> Postgres.execute(settings, sql);
        }
    }

    abstract static class EitherDialect {
        SqlDatabase database;
        Consumer<String> execute;

        abstract void reach();

        @BeforeEach
        final void prepare() {
            reach();
        }

        private SqlMigrations migrations() {
            return new SqlMigrations(database);
        }

        @Test
        void anEmptyDatabaseIsBroughtUpAndStaysThere() {
            assertThat(migrations().version()).isZero();

            migrations().up();
            migrations().up();

            assertThat(migrations().version()).isEqualTo(SqlMigrations.LATEST);
        }

        @Test
        void everyVersionCanBeUndoneAndRedoneAndLeavesWhatWasThere() {
            Map<Integer, String> schemas = new HashMap<>();
            for (int version = 1; version <= SqlMigrations.LATEST; version++) {
                migrations().up(version);
                schemas.put(version, Schema.of(database));
            }

            for (int version = SqlMigrations.LATEST - 1; version >= 1; version--) {
                migrations().back(version);
                assertThat(migrations().version()).isEqualTo(version);
                assertThat(Schema.of(database)).isEqualTo(schemas.get(version));
            }
            migrations().back(0);
            assertThat(migrations().version()).isZero();
            assertThat(Schema.of(database)).isEmpty();

            migrations().up();
            assertThat(Schema.of(database)).isEqualTo(schemas.get(SqlMigrations.LATEST));
        }

        @Test
        void aJournalWithRecordsIsNotUndone() {
            try (SqlJournal journal = SqlJournal.open(database, settings())) {
                append(journal, 3);
            }

            assertThat(migrations().losses(0)).containsExactly("3 records of the journal");
            assertThat(migrations().losses(1)).isEmpty();
            assertThatThrownBy(() -> migrations().back(0))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("would destroy 3 records of the journal");
            try (SqlJournal journal = SqlJournal.open(database, settings())) {
                assertThat(replayed(journal)).hasSize(3);
            }
        }

        @Test
        void aDatabaseOfVersionOneIsBroughtUpWithItsRecords() throws IOException {
            for (String statement : fixture("version-1.sql").split(";\n")) {
                execute.accept(statement);
            }
            assertThat(migrations().version()).isEqualTo(1);

            try (SqlJournal journal = SqlJournal.open(database, settings())) {
                assertThat(journal.lastSequence()).isEqualTo(2);
                assertThat(replayed(journal)).isEqualTo(SqlTesting.records(2));
                append(journal, 1);
                journal.flush(SOON);
                assertThat(replayed(journal)).isEqualTo(SqlTesting.records(3));
            }
            assertThat(migrations().version()).isEqualTo(SqlMigrations.LATEST);
        }

        @Test
        void aDatabaseOfVersionOneGoesBackAfterItWasBroughtUpAndTheOlderPloyGoesOn() throws IOException {
            for (String statement : fixture("version-1.sql").split(";\n")) {
                execute.accept(statement);
            }
            assertThat(migrations().version()).isEqualTo(1);
            String older = Schema.of(database);
            try (SqlJournal journal = SqlJournal.open(database, settings())) {
                append(journal, 1);
            }

            assertThat(migrations().losses(1)).isEmpty();
            migrations().back(1);

            assertThat(Schema.of(database)).isEqualTo(older);
            // What the older one does when it opens, up to the version it knows.
            migrations().up(1);
            List<JournalRecord> records = new ArrayList<>();
            assertThat(SqlJournal.read(database, (sequence, at, record) -> records.add(record)))
                    .isEqualTo(3);
            assertThat(records).isEqualTo(SqlTesting.records(3));
        }

        private String fixture(String name) throws IOException {
            String path = "/io/ploy/core/db/" + database.dialect() + "/" + name;
            try (InputStream in = SqlMigrationsTest.class.getResourceAsStream(path)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Test
        void aDatabaseOfANewerPloyIsRefused() {
            migrations().up();
            execute.accept(
                    "UPDATE ploy_schema_history SET version = '99' WHERE version = '" + SqlMigrations.LATEST + "'");

            assertThatThrownBy(() -> SqlJournal.open(database, settings()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("made by a newer Ploy: its schema has version 99")
                    .hasMessageContaining(database.toString());
            assertThatThrownBy(() -> migrations().back(1))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("version 99");
        }

        @Test
        void aDatabaseThatHoldsSomethingElseIsRefused() {
            execute.accept("CREATE TABLE groceries (name varchar(10))");

            assertThatThrownBy(() -> SqlJournal.open(database, settings()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("holds tables that are not Ploy's");
        }

        @Test
        void aMigrationThatWasNotThisOneIsRefused() {
            migrations().up();
            execute.accept("UPDATE ploy_schema_history SET checksum = 7 WHERE version = '1'");

            assertThatThrownBy(() -> SqlJournal.open(database, settings()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("checksum");
        }
    }
}
