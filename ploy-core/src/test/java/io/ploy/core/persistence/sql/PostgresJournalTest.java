package io.ploy.core.persistence.sql;

import static io.ploy.core.persistence.sql.SqlTesting.SOON;
import static io.ploy.core.persistence.sql.SqlTesting.append;
import static io.ploy.core.persistence.sql.SqlTesting.records;
import static io.ploy.core.persistence.sql.SqlTesting.replayed;
import static io.ploy.core.persistence.sql.SqlTesting.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.secret.Secret;
import io.ploy.core.persistence.JournalCorruptException;
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalRecord;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresJournalTest {
    private CuttingProxy proxy;
    private PostgresSettings settings;
    private SqlDatabase database;

    @BeforeEach
    void reach() throws IOException {
        proxy = new CuttingProxy(Postgres.port());
        settings = Postgres.schema(proxy.port());
        database = SqlDatabase.postgres(settings);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    private SqlJournal open() {
        return SqlJournal.open(database, settings());
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
        }
    }

    @Test
    void aCommitWhoseAnswerWasLostIsNotDoubled() {
        try (SqlJournal journal = open()) {
            int count = 0;
            for (int round = 0; round < 10; round++) {
                append(journal, 1);
                journal.flush(SOON);
                proxy.swallowNextAnswer();
                append(journal, 64);
                journal.flush(SOON);
                count += 65;
            }

            assertThat(proxy.cuts()).isEqualTo(10);
            assertThat(replayed(journal)).isEqualTo(records(count));
            assertThat(journal.isWritable()).isTrue();
        }
    }

    @Test
    void aDatabaseThatIsGoneKeepsRecordsInMemoryUntilItIsBack() {
        try (SqlJournal journal = open()) {
            append(journal, 1);
            journal.flush(SOON);
            AtomicInteger ran = new AtomicInteger();

            proxy.down();
            append(journal, 500);
            journal.whenDurable(501, ran::incrementAndGet);
            await().atMost(SOON).until(() -> !journal.isWritable());
            assertThat(journal.problem()).contains(database.toString());
            assertThat(ran).hasValue(0);

            proxy.up();
            journal.flush(SOON);
            await().atMost(SOON).untilAsserted(() -> assertThat(ran).hasValue(1));
            assertThat(journal.isWritable()).isTrue();
            assertThat(replayed(journal)).isEqualTo(records(501));
        }
    }

    @Test
    void aServerThatEndsOurSessionIsReachedAgain() {
        try (SqlJournal journal = open()) {
            append(journal, 10);
            journal.flush(SOON);
            Postgres.execute(
                    settings,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE application_name = 'ploy' AND pid <> pg_backend_pid()");
            append(journal, 10);
            journal.flush(SOON);

            assertThat(replayed(journal)).isEqualTo(records(20));
        }
    }

    @Test
    void aWriterThatWasOvertakenNeverWritesAgain() {
        new SqlMigrations(database).up();
        Postgres.execute(settings, "INSERT INTO lease VALUES ('main', 7, 'us', 'here', now())");
        SqlJournal journal = SqlJournal.open(database, settings().withFencingToken(7));
        append(journal, 2);
        journal.flush(SOON);
        AtomicInteger ran = new AtomicInteger();

        Postgres.execute(settings, "UPDATE lease SET token = 8");
        append(journal, 2);
        journal.whenDurable(3, ran::incrementAndGet);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(journal.problem()).contains("another process has taken over"));
        Postgres.execute(settings, "UPDATE lease SET token = 7");
        append(journal, 1);
        assertThatThrownBy(() -> journal.flush(Duration.ofMillis(50))).isInstanceOf(JournalException.class);
        assertThat(journal.isWritable()).isFalse();
        assertThatThrownBy(journal::close).hasMessageContaining("records 3 to 5");
        assertThat(ran).hasValue(0);
        assertThat(SqlJournal.read(database, (sequence, at, record) -> {})).isEqualTo(2);
    }

    @Test
    void whoeverTakesTheLeaseWaitsForTheCommitInFlightAndStopsTheNext() throws SQLException {
        new SqlMigrations(database).up();
        Postgres.execute(settings, "INSERT INTO lease VALUES ('main', 7, 'us', 'here', now())");
        SqlJournal journal = SqlJournal.open(database, settings().withFencingToken(7));
        try (Connection other = Postgres.connect(settings);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("UPDATE lease SET token = 8");
            append(journal, 1);
            // Our commit waits for that transaction, and must then see what it did.
            await().atMost(SOON)
                    .until(() -> SqlTesting.number(
                                    other,
                                    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE"
                                            + " 'WITH held%'")
                            > 0);
            assertThat(journal.durableSequence()).isZero();
            other.commit();
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(journal.problem()).contains("another process has taken over"));
        assertThatThrownBy(journal::close).isInstanceOf(JournalException.class);
        assertThat(SqlJournal.read(database, (sequence, at, record) -> {})).isZero();
    }

    @Test
    void twoWritersWithoutTokensNoticeEachOther() {
        SqlJournal first = open();
        SqlJournal second = open();
        append(first, 3);
        first.flush(SOON);

        second.append(new JournalRecord.SessionClosed("other"), SqlTesting.START);

        await().atMost(SOON).untilAsserted(() -> assertThat(second.problem()).contains("another process writes"));
        assertThatThrownBy(second::close).isInstanceOf(JournalException.class);
        assertThat(replayed(first)).isEqualTo(records(3));
        first.close();
    }

    @Test
    void aTokenWithoutItsLeaseCannotOpen() {
        assertThatThrownBy(() -> SqlJournal.open(database, settings().withFencingToken(7)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("our token 7 is not the newest");
    }

    @Test
    void changedAndMissingRowsAreDamageAndNamed() {
        try (SqlJournal journal = open()) {
            append(journal, 5);
            journal.flush(SOON);
            Postgres.execute(settings, "UPDATE journal SET body = body || '\\x00'::bytea WHERE seq = 4");
            assertThatThrownBy(() -> replayed(journal))
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining("record 4");
            Postgres.execute(settings, "DELETE FROM journal WHERE seq = 2");
            assertThatThrownBy(() -> replayed(journal))
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining("record 2 is missing");
        }
    }

    @Test
    void aRoleThatDoesNotFlushIsRefused() {
        new SqlMigrations(database).up();
        Postgres.execute(settings, "ALTER ROLE postgres SET synchronous_commit = off");
        try {
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("synchronous_commit is off")
                    .hasMessageContaining("ALTER ROLE postgres SET synchronous_commit = on");
        } finally {
            Postgres.execute(settings, "ALTER ROLE postgres RESET synchronous_commit");
        }
    }

    @Test
    void aStatementThatTakesTooLongIsGivenUpAndTriedAgain() throws SQLException {
        SqlDatabase impatient = SqlDatabase.postgres(new PostgresSettings(
                settings.url(), settings.user(), settings.password(), settings.schema(), Duration.ofSeconds(1)));
        try (SqlJournal journal = SqlJournal.open(impatient, settings())) {
            try (Connection other = Postgres.connect(settings);
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE journal IN EXCLUSIVE MODE");
                append(journal, 1);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(journal.problem()).contains("statement timeout"));
                other.rollback();
            }
            journal.flush(SOON);
            assertThat(replayed(journal)).isEqualTo(records(1));
        }
    }

    @Test
    void thePasswordIsShownNowhere() {
        String canary = "canary-5151";
        PostgresSettings wrong = new PostgresSettings(
                settings.url() + "?sslmode=prefer",
                "nobody",
                new Secret(canary.toCharArray()),
                settings.schema(),
                settings.statementTimeout());

        assertThat(wrong.toString()).doesNotContain(canary).contains("nobody");
        assertThatThrownBy(() -> SqlJournal.open(SqlDatabase.postgres(wrong), settings()))
                .isInstanceOf(JournalException.class)
                .satisfies(e -> {
                    for (Throwable at = e; at != null; at = at.getCause()) {
                        assertThat(String.valueOf(at)).doesNotContain(canary);
                    }
                });
        assertThatThrownBy(() -> new PostgresSettings(
                        "jdbc:postgresql://localhost/x?password=" + canary,
                        "nobody",
                        new Secret(new char[0]),
                        "ploy",
                        settings.statementTimeout()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(canary);
    }
}
