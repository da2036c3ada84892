package io.ploy.core.history.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.core.engine.RandomSession;
import io.ploy.core.history.HistoryProjection;
import io.ploy.core.history.HistoryQuery;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.history.ReplayedHistory;
import io.ploy.core.history.TradeHistory;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.sql.SqlJournal;
import io.ploy.core.persistence.sql.SqlMigrations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables in real databases that follow a journal. */
@Tag("matrix")
final class SqlHistoryTest {
    private static final Pace QUICK =
            new Pace(Duration.ofMillis(2), Duration.ofMillis(2), Duration.ofMillis(20), Duration.ofSeconds(20));
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String JOURNAL = "SELECT seq, at_nanos, token, crc32c, body FROM journal ORDER BY seq";

    @TempDir
    Path folder;

    static Stream<Arguments> sessions() {
        return Stream.of(TestDatabase.Kind.values())
                .flatMap(kind -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(kind, seed)));
    }

    private static List<TestDatabase.Entry> session(long seed) {
        List<TestDatabase.Entry> entries = new ArrayList<>();
        InMemoryJournal journal = RandomSession.journal(seed, Duration.ofMinutes(6));
        journal.replay((sequence, at, record) -> entries.add(new TestDatabase.Entry(at, record)));
        assertThat(entries).hasSizeGreaterThan(500);
        return entries;
    }

    private static void assertTablesAreTheJournal(TestDatabase database) {
        TradeHistory replayed = new ReplayedHistory(visitor -> SqlJournal.read(database.database(), visitor));
        for (HistoryTable<?> table : HistoryTable.all()) {
            assertSame(database, replayed, table);
        }
        assertThat(contradictions(database)).isEmpty();
    }

    private static <R extends HistoryRow> void assertSame(
            TestDatabase database, TradeHistory replayed, HistoryTable<R> table) {
        assertThat(database.rows(table))
                .as("%s", table)
                .containsExactlyInAnyOrderElementsOf(replayed.find(table, HistoryQuery.everything()).rows().stream()
                        .map(row -> StoredRows.values(table, row))
                        .toList());
    }

    private static List<String> contradictions(TestDatabase database) {
        try (HistoryCheck check = HistoryCheck.of(database.database()).orElseThrow()) {
            HistoryProjection projection = new HistoryProjection(check);
            long last = SqlJournal.read(database.database(), (sequence, at, record) -> {
                projection.visit(sequence, at, record);
                check.folded(sequence);
            });
            return check.finish(last);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void whereverAFollowerIsKilledTheNextOneMakesTheSameTables(TestDatabase.Kind kind, long seed) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        TestDatabase database = kind.make(folder);
        List<TestDatabase.Entry> rest = session(seed);
        try (SqlJournal journal = database.journal()) {
            TableWriter writer = new TableWriter(database.database());
            while (!rest.isEmpty()) {
                int count = Math.min(rest.size(), 1 + random.nextInt(300));
                TestDatabase.append(journal, rest.subList(0, count));
                rest = rest.subList(count, rest.size());
                for (int parts = random.nextInt(6); parts > 0; parts--) {
                    writer.advance(journal.durableSequence());
                }
                if (random.nextInt(3) == 0) {
                    writer.disconnect();
                    writer = new TableWriter(database.database());
                }
                assertThat(contradictions(database)).isEmpty();
            }
            writer.close();
            try (SqlHistory history = SqlHistory.follow(journal, QUICK)) {
                await().atMost(SOON).until(() -> history.sequence() == journal.durableSequence());
            }
        }

        assertThat(database.query("SELECT count(*) FROM fills").get(0).get(0)).isNotEqualTo("0");
        assertTablesAreTheJournal(database);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aFollowerKeepsUpAndWritesTheRestWhenItIsClosedAfterTheJournal(TestDatabase.Kind kind) {
        TestDatabase database = kind.make(folder);
        List<TestDatabase.Entry> entries = session(4);
        SqlJournal journal = database.journal();
        SqlHistory history = SqlHistory.follow(journal, QUICK);
        TestDatabase.append(journal, entries.subList(0, 300));
        await().atMost(SOON).until(() -> database.mark() == 300);

        TestDatabase.append(journal, entries.subList(300, entries.size()));
        journal.close();
        history.close();

        assertThat(database.mark()).isEqualTo(entries.size());
        assertTablesAreTheJournal(database);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aBatchThatFailsInItsMiddleLeavesNothingAndIsWrittenLater(TestDatabase.Kind kind) {
        TestDatabase database = kind.make(folder);
        List<TestDatabase.Entry> entries = session(5);
        try (SqlJournal journal = database.journal()) {
            refuseRowsOf(database, 200);
            TestDatabase.append(journal, entries);
            try (SqlHistory history = SqlHistory.follow(journal, QUICK)) {
                await().atMost(SOON).until(() -> history.sequence() == 192);
                assertThat(contradictions(database)).isEmpty();
                assertThat(journal.isWritable()).isTrue();

                database.execute(
                        kind == TestDatabase.Kind.SQLITE
                                ? "DROP TRIGGER refuse"
                                : "ALTER TABLE order_events DROP CONSTRAINT refuse");
                await().atMost(SOON).until(() -> history.sequence() == entries.size());
            }
        }
        assertTablesAreTheJournal(database);
    }

    private static void refuseRowsOf(TestDatabase database, int record) {
        database.execute(
                database.kind() == TestDatabase.Kind.SQLITE
                        ? "CREATE TRIGGER refuse BEFORE INSERT ON order_events WHEN NEW.sequence > " + record
                                + " BEGIN SELECT RAISE(ABORT, 'refused'); END"
                        : "ALTER TABLE order_events ADD CONSTRAINT refuse CHECK (sequence <= " + record + ")");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void tablesWhoseMarkIsSetBackAreMadeAnew(TestDatabase.Kind kind) {
        TestDatabase database = kind.make(folder);
        try (SqlJournal journal = database.journal();
                SqlHistory history = SqlHistory.follow(journal, QUICK)) {
            TestDatabase.append(journal, session(6));
            await().atMost(SOON).until(() -> history.sequence() == journal.durableSequence());

            database.execute(
                    "UPDATE orders SET status = 'LIVE'",
                    "INSERT INTO alerts (sequence, at) VALUES (9999, '2026-01-01 00:00:00')",
                    "UPDATE history_progress SET last_record = 0");
            TestDatabase.append(journal, session(6).subList(0, 1));
            await().atMost(SOON).until(() -> database.mark() == journal.durableSequence());
        }
        assertTablesAreTheJournal(database);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aFollowerThatWasOvertakenUndoesNothing(TestDatabase.Kind kind) throws SQLException {
        TestDatabase database = kind.make(folder);
        List<TestDatabase.Entry> entries = session(7);
        try (SqlJournal journal = database.journal();
                TableWriter old = new TableWriter(database.database());
                TableWriter successor = new TableWriter(database.database())) {
            TestDatabase.append(journal, entries);
            old.advance(200);
            old.advance(200);
            while (!successor.advance(entries.size())) {
                assertThat(database.mark()).isGreaterThanOrEqualTo(64);
            }

            assertThatThrownBy(() -> old.advance(200))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("somebody else has moved the mark");
            old.disconnect();
            while (!old.advance(200)) {
                assertThat(database.mark()).isEqualTo(entries.size());
            }
        }
        assertThat(database.mark()).isEqualTo(entries.size());
        assertTablesAreTheJournal(database);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void tablesThatContradictTheJournalAreFound(TestDatabase.Kind kind) {
        TestDatabase database = kind.make(folder);
        List<TestDatabase.Entry> entries = session(8);
        try (SqlJournal journal = database.journal();
                SqlHistory history = SqlHistory.follow(journal, QUICK)) {
            TestDatabase.append(journal, entries);
            await().atMost(SOON).until(() -> history.sequence() == entries.size());
        }
        String order = database.query("SELECT order_id FROM orders ORDER BY sequence LIMIT 1")
                .get(0)
                .get(0);
        String fill = database.query("SELECT fill_id FROM fills ORDER BY sequence LIMIT 1")
                .get(0)
                .get(0);

        database.execute(
                "UPDATE orders SET status = 'BENT' WHERE order_id = '" + order + "'",
                "DELETE FROM fills WHERE fill_id = '" + fill + "'",
                "INSERT INTO alerts (sequence, at) VALUES (9999, '2026-01-01 00:00:00')",
                "INSERT INTO controls (sequence, at) VALUES (2, '2026-01-01 00:00:00')");

        assertThat(contradictions(database))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("orders " + order + ": status is BENT and by the journal "))
                .contains("fills " + fill + " is missing")
                .contains("controls 2 is there, and record 2 gives no such row")
                .contains("alerts has rows of records after " + entries.size());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aJournalOfTheVersionBeforeGetsItsTablesAndGoesBackAsItWas(TestDatabase.Kind kind) {
        TestDatabase database = kind.make(folder);
        List<TestDatabase.Entry> entries = session(9);
        new SqlMigrations(database.database()).up();
        try (SqlJournal journal = database.journal()) {
            TestDatabase.append(journal, entries);
        }
        new SqlMigrations(database.database()).back(1);
        List<List<String>> before = database.query(JOURNAL);
        assertThat(before).hasSize(entries.size());

        SqlJournal journal = database.journal();
        SqlHistory history = SqlHistory.follow(journal, QUICK);
        journal.close();
        history.close();
        assertThat(database.mark()).isEqualTo(entries.size());
        assertTablesAreTheJournal(database);

        assertThat(new SqlMigrations(database.database()).losses(1)).isEmpty();
        new SqlMigrations(database.database()).back(1);
        assertThat(database.query(JOURNAL)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void whatADatabaseCannotKeepIsKeptAsNearAsCanBe(TestDatabase.Kind kind) {
        TestDatabase database = kind.make(folder);
        Instant at = Instant.parse("2026-01-01T12:00:00.123456789Z");
        String message = "zero \0, half a pair \ud83d, a whole one \ud83d\ude00";
        JournalRecord alert =
                new JournalRecord.AlertRaised(new Alert(AlertSeverity.WARNING, "code", "subject", message, at));
        try (SqlJournal journal = database.journal();
                SqlHistory history = SqlHistory.follow(journal, QUICK)) {
            TestDatabase.append(journal, List.of(new TestDatabase.Entry(at, alert)));
            await().atMost(SOON).until(() -> history.sequence() == 1);
        }

        assertThat(database.query("SELECT message FROM alerts").get(0).get(0))
                .startsWith("zero \ufffd, half a pair ")
                .endsWith(", a whole one \ud83d\ude00");
        assertThat(database.query("SELECT at FROM alerts").get(0).get(0)).contains("12:00:00.123456");
        assertTablesAreTheJournal(database);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aDatabaseWithoutTablesHasNothingToCompare(TestDatabase.Kind kind) {
        TestDatabase database = kind.make(folder);
        new SqlMigrations(database.database()).up();
        assertThat(contradictions(database)).isEmpty();
        new SqlMigrations(database.database()).back(1);

        assertThat(HistoryCheck.of(database.database())).isEmpty();
    }
}
