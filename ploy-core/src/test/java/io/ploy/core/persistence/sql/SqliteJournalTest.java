package io.ploy.core.persistence.sql;

import static io.ploy.core.persistence.sql.SqlTesting.SOON;
import static io.ploy.core.persistence.sql.SqlTesting.append;
import static io.ploy.core.persistence.sql.SqlTesting.execute;
import static io.ploy.core.persistence.sql.SqlTesting.records;
import static io.ploy.core.persistence.sql.SqlTesting.replayed;
import static io.ploy.core.persistence.sql.SqlTesting.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.core.persistence.JournalCorruptException;
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteJournalTest {
    @TempDir
    Path folder;

    private final AtomicLong ticks = new AtomicLong();

    /** What is done to each connection that Ploy writes over. */
    private final AtomicReference<String> sabotage = new AtomicReference<>("SELECT 1");

    private Path file;
    private SqlDatabase database;

    @BeforeEach
    void name() {
        file = folder.resolve("data").resolve("ploy.db");
        database = new SqliteDatabase(file, Duration.ofMillis(100)) {
            @Override
            public Connection durable() throws SQLException {
                Connection connection = super.durable();
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sabotage.get());
                }
                return connection;
            }
        };
    }

    private SqlJournal open() {
        return SqlJournal.open(database, settings(ticks::get));
    }

    @Test
    void groupsOfAnySizeAreKeptWholeAndInOrder() {
        try (SqlJournal journal = open()) {
            append(journal, 9000);
            journal.flush(SOON);

            assertThat(replayed(journal)).isEqualTo(records(9000));
        }
        try (SqlJournal journal = open()) {
            assertThat(journal.lastSequence()).isEqualTo(9000);
            append(journal, 1);
            journal.flush(SOON);
            assertThat(replayed(journal)).isEqualTo(records(9001));
        }
    }

    @Test
    void aSecondWriterIsRefusedAndReadersAreNot() {
        try (SqlJournal journal = open()) {
            append(journal, 3);
            journal.flush(SOON);

            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("in use: this process")
                    .hasMessageContaining(file.toString());

            List<Long> seen = new ArrayList<>();
            assertThat(SqlJournal.read(database, (sequence, at, record) -> seen.add(sequence)))
                    .isEqualTo(3);
            assertThat(seen).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void aChangedRowIsDamageAndIsNamed() {
        write(5);
        execute(file, "UPDATE journal SET body = zeroblob(length(body)) WHERE seq = 3");

        requireDamage("record 3", 2);
    }

    @Test
    void aChangedTimeIsDamage() {
        write(5);
        execute(file, "UPDATE journal SET at_nanos = at_nanos + 1 WHERE seq = 4");

        requireDamage("record 4", 3);
    }

    @Test
    void twoSwappedRowsAreDamage() {
        write(5);
        execute(
                file,
                "UPDATE journal SET seq = 100 WHERE seq = 2",
                "UPDATE journal SET seq = 2 WHERE seq = 3",
                "UPDATE journal SET seq = 3 WHERE seq = 100");

        requireDamage("record 2", 1);
    }

    @Test
    void aMissingRowIsDamageAndIsNamed() {
        write(5);
        execute(file, "DELETE FROM journal WHERE seq = 2");

        requireDamage("record 2 is missing", 1);
    }

    @Test
    void aDamagedNewestRowRefusesToOpen() {
        write(5);
        execute(file, "UPDATE journal SET crc32c = crc32c + 1 WHERE seq = 5");

        assertThatThrownBy(this::open)
                .isInstanceOf(JournalCorruptException.class)
                .hasMessageContaining("record 5");
    }

    @Test
    void rowsThatVanishWhileTheJournalIsOpenAreDamage() {
        try (SqlJournal journal = open()) {
            append(journal, 5);
            journal.flush(SOON);
            execute(file, "DELETE FROM journal WHERE seq = 5");

            assertThatThrownBy(() -> replayed(journal))
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining("record 5 is missing");
        }
    }

    @Test
    void aFullDiskKeepsRecordsInMemoryUntilThereIsRoom() {
        write(1);
        sabotage.set("PRAGMA max_page_count = 20");
        try (SqlJournal journal = open()) {
            append(journal, 2000);

            await().atMost(SOON).until(() -> !journal.isWritable());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(journal.problem()).contains("SQLITE_FULL"));
            assertThat(journal.durableSequence()).isLessThan(2001);

            sabotage.set("SELECT 1");
            journal.flush(SOON);

            assertThat(journal.isWritable()).isTrue();
            assertThat(replayed(journal)).isEqualTo(records(2001));
        }
    }

    @Test
    void aReadOnlyFileKeepsRecordsInMemoryUntilItCanBeWritten() {
        sabotage.set("PRAGMA query_only = 1");
        try (SqlJournal journal = open()) {
            AtomicInteger ran = new AtomicInteger();
            append(journal, 3);
            journal.whenDurable(3, ran::incrementAndGet);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(journal.problem()).contains("readonly"));
            assertThat(ran).hasValue(0);

            sabotage.set("SELECT 1");
            journal.flush(SOON);
            await().atMost(SOON).untilAsserted(() -> assertThat(ran).hasValue(1));
            assertThat(replayed(journal)).isEqualTo(records(3));
        }
    }

    @Test
    void aCommitThatTakesTooLongIsNotWritable() throws SQLException {
        try (SqlJournal journal = open()) {
            try (Connection other = SqlTesting.sqlite(file);
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                append(journal, 1);
                ticks.addAndGet(Duration.ofMillis(2001).toNanos());

                assertThat(journal.isWritable()).isFalse();
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(journal.problem()).contains("locked"));
                statement.execute("ROLLBACK");
            }
            journal.flush(SOON);
            assertThat(journal.isWritable()).isTrue();
        }
    }

    @Test
    void memoryIsBoundedAndWhatWasTakenIsKept() {
        sabotage.set("PRAGMA query_only = 1");
        try (SqlJournal journal = open()) {
            assertThatThrownBy(() -> append(journal, 1_000_000))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("already wait");
            int taken = (int) journal.lastSequence();

            sabotage.set("SELECT 1");
            journal.flush(SOON);
            assertThat(replayed(journal)).isEqualTo(records(taken));
        }
    }

    @Test
    void aJournalThatCannotWriteSaysAtItsEndWhatIsLost() {
        sabotage.set("PRAGMA query_only = 1");
        JournalStore journal = open();
        append(journal, 2);

        assertThatThrownBy(journal::close)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("records 1 to 2 could not be made durable");
    }

    @Test
    void anOlderTokenCannotOpen() {
        SqlJournal.open(database, settings().withFencingToken(7)).close();

        assertThatThrownBy(() -> SqlJournal.open(database, settings().withFencingToken(6)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("another process has taken over account main");
        SqlJournal.open(database, settings().withFencingToken(7)).close();
    }

    @Test
    void aWriterThatWasOvertakenNeverWritesAgain() {
        SqlJournal journal = SqlJournal.open(database, settings().withFencingToken(7));
        append(journal, 2);
        journal.flush(SOON);
        AtomicInteger ran = new AtomicInteger();

        execute(file, "UPDATE lease SET token = 8");
        append(journal, 2);
        journal.whenDurable(3, ran::incrementAndGet);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(journal.problem()).contains("another process has taken over"));
        execute(file, "UPDATE lease SET token = 7");
        append(journal, 1);
        assertThatThrownBy(() -> journal.flush(Duration.ofMillis(50))).isInstanceOf(JournalException.class);
        assertThat(journal.isWritable()).isFalse();
        assertThatThrownBy(journal::close).hasMessageContaining("records 3 to 5");
        assertThat(ran).hasValue(0);
        assertThat(SqlJournal.read(database, (sequence, at, record) -> {})).isEqualTo(2);
    }

    @Test
    void rowsOfAnotherWriterAreNotTakenForOurs() {
        SqlJournal journal = open();
        append(journal, 2);
        journal.flush(SOON);
        execute(file, "INSERT INTO journal SELECT 3, at_nanos, token, crc32c, body FROM journal WHERE seq = 2");

        append(journal, 1);

        await().atMost(SOON).untilAsserted(() -> assertThat(journal.problem()).contains("its record 3 is not ours"));
        assertThatThrownBy(journal::close).hasMessageContaining("records 3 to 3");
    }

    @Test
    void aDatabaseThatLostDurableRecordsIsNotWrittenTo() {
        SqlJournal journal = open();
        append(journal, 3);
        journal.flush(SOON);
        execute(file, "DELETE FROM journal WHERE seq > 1");
        sabotage.set("PRAGMA query_only = 1");
        try (Connection other = SqlTesting.sqlite(file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            append(journal, 1);
            await().atMost(SOON).until(() -> !journal.isWritable());
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(journal.problem()).contains("has lost records 2 to 3"));
        assertThatThrownBy(journal::close).isInstanceOf(JournalException.class);
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "not a database at all, but long enough to look at. ".repeat(100));

        assertThatThrownBy(this::open).isInstanceOf(JournalException.class).hasMessageContaining(file.toString());
    }

    private void write(int count) {
        try (SqlJournal journal = open()) {
            append(journal, count);
        }
    }

    private void requireDamage(String named, int shownBefore) {
        try (SqlJournal journal = open()) {
            List<Long> shown = new ArrayList<>();
            assertThatThrownBy(() -> journal.replay((sequence, at, record) -> shown.add(sequence)))
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining(named)
                    .hasMessageContaining(file.toString());
            assertThat(shown).hasSize(shownBefore);
        }
    }
}
