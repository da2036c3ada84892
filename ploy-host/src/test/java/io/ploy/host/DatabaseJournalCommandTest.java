package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.secret.Secret;
import io.ploy.core.history.sql.SqlHistory;
import io.ploy.core.lease.LeaseHolder;
import io.ploy.core.lease.LeaseSettings;
import io.ploy.core.lease.PostgresLease;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.sql.PostgresSettings;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import io.ploy.core.time.SystemClockTicker;
import io.ploy.host.backtest.EngineBacktest;
import io.ploy.host.demo.EngineDemo;
import io.ploy.host.demo.WireDemo;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.simulate.LoopbackVenue;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ploy journal} on databases, among them a real PostgreSQL. */
class DatabaseJournalCommandTest {
    private static final LeaseHolder BOT = new LeaseHolder("ploy run main.yaml", "host-1");
    private static final long SET_ASIDE = 7;

    private static final List<Traded> TRADED = new ArrayList<>();
    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    private CapturedConsole captured = new CapturedConsole();

    private record Traded(Instant at, JournalRecord what) {}

    @BeforeAll
    static void trade() throws IOException {
        InMemoryJournal journal = new InMemoryJournal();
        TradedJournal.write(journal);
        journal.replay((sequence, at, record) -> TRADED.add(new Traded(at, record)));
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static SqlDatabase postgres(String schema) {
        return SqlDatabase.postgres(new PostgresSettings(
                url(), "postgres", new Secret("postgres".toCharArray()), schema, Duration.ofSeconds(10)));
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    private static void fill(SqlDatabase database, long token) {
        try (JournalStore journal = SqlJournal.open(
                database,
                SqlJournal.Settings.defaults("main", SystemClockTicker.INSTANCE).withFencingToken(token))) {
            TRADED.forEach(record -> journal.append(record.what(), record.at()));
            journal.append(
                    new JournalRecord.DeadLettered(SET_ASIDE, "cannot be"), Instant.parse("2026-01-05T13:00:00Z"));
        }
    }

    private static void traded(String schema) {
        SqlDatabase database = postgres(schema);
        try (PostgresLease lease =
                PostgresLease.take(database, "main", BOT, LeaseSettings.defaults(SystemClockTicker.INSTANCE))) {
            fill(database, lease.token());
        }
    }

    private static void follow(SqlDatabase database) {
        SqlJournal journal =
                SqlJournal.open(database, SqlJournal.Settings.defaults("main", SystemClockTicker.INSTANCE));
        SqlHistory history = SqlHistory.follow(journal);
        journal.close();
        history.close();
    }

    private int run(String... arguments) {
        captured = new CapturedConsole(false, Map.of("PLOY_DB_PASSWORD", "postgres"));
        Wiring wiring = new Wiring(
                PluginFolder::list, new EngineBacktest(), new EngineDemo(), new WireDemo(LoopbackVenue::open), folder);
        return new CommandLineRunner(captured.console(), wiring).run(arguments);
    }

    private int runAt(String schema, String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of("journal", command, url()));
        arguments.addAll(Arrays.asList(more));
        arguments.addAll(List.of("--user", "postgres", "--schema", schema));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void aServerIsVerifiedSearchedAndExportedAsAFolderIs() throws IOException {
        traded("read");

        assertThat(runAt("read", "verify")).as(captured.err()).isZero();
        assertThat(captured.out())
                .contains(
                        "schema read as postgres: PostgreSQL",
                        "Tables    at 0 of ",
                        "Set aside 1 records",
                        "in order",
                        "Sound: ");
        assertThat(runAt("read", "query", "fills", "--strategy", "now-and-then", "--limit", "2"))
                .isZero();
        assertThat(captured.out().lines()).hasSize(3);
        assertThat(runAt("read", "dead-letters")).isZero();
        assertThat(captured.out()).contains("7  2026-01-05T13:00:00", "cannot be");

        assertThat(runAt("read", "export", "--out", folder.resolve("tables").toString()))
                .isZero();
        assertThat(runAt("read", "query", "fills", "--format", "csv")).isZero();
        assertThat(Files.readAllLines(folder.resolve("tables").resolve("fills.csv")))
                .hasSizeGreaterThan(3)
                .containsExactlyInAnyOrderElementsOf(captured.out().lines().toList());
    }

    @Test
    void whatWasSetAsideIsTriedAnewUnderTheLeaseAndOnlyWhileNobodyHasIt() {
        SqlDatabase database = postgres("retry");
        try (PostgresLease held =
                PostgresLease.take(database, "main", BOT, LeaseSettings.defaults(SystemClockTicker.INSTANCE))) {
            fill(database, held.token());

            assertThat(runAt("retry", "dead-letters", "--retry", "7", "--who", "ann"))
                    .isEqualTo(2);
            assertThat(captured.err())
                    .contains("is held by ploy run main.yaml on host-1", "Stop that process, or wait")
                    .doesNotContain("\tat ");
        }

        assertThat(runAt("retry", "dead-letters", "--retry", "7", "--who", "ann"))
                .as(captured.err())
                .isZero();

        assertThat(captured.out()).contains("Record 7 will be processed when the engine starts the next time");
        List<JournalRecord> records = new ArrayList<>();
        SqlJournal.read(database, (sequence, at, record) -> records.add(record));
        assertThat(records).hasSize(TRADED.size() + 2).endsWith(new JournalRecord.DeadLetterRetried(SET_ASIDE, "ann"));
        assertThat(tokenOfLast("retry")).isEqualTo(2);
        try (PostgresLease next =
                PostgresLease.take(database, "main", BOT, LeaseSettings.defaults(SystemClockTicker.INSTANCE))) {
            assertThat(next.token()).isEqualTo(3);
        }
    }

    private static long tokenOfLast(String schema) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery("SELECT token FROM " + schema + ".journal ORDER BY seq DESC LIMIT 1")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aJournalThatNobodyHadALeaseOfIsNotWrittenTo() {
        fill(postgres("nobody"), 0);

        assertThat(runAt("nobody", "dead-letters", "--retry", "7", "--who", "ann"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("under its account's lease only", "has never had one");
    }

    @Test
    void verifySaysHowFarTheTablesOfAServerAreAndWhereTheyContradictTheJournal() throws SQLException {
        traded("tables");
        follow(postgres("tables"));
        String all = String.format("%,d", TRADED.size() + 1);

        assertThat(runAt("tables", "verify")).as(captured.err()).isZero();
        assertThat(captured.out()).contains("Tables    at " + all + " of " + all + " records");
        assertThat(captured.err()).isEmpty();

        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE tables.fills SET price = price + 0.000001");
        }
        assertThat(runAt("tables", "verify")).isEqualTo(1);
        assertThat(captured.out()).contains("Sound: every record can be trusted.");
        assertThat(captured.err()).contains("The tables contradict the journal", "price is ", "and by the journal");
    }

    @Test
    void verifySaysHowFarTheTablesOfAFileAreAndWhereTheyContradictTheJournal() throws SQLException {
        Path file = folder.resolve("ploy.db");
        SqlDatabase database = SqlDatabase.sqlite(file, Duration.ofSeconds(5));
        fill(database, 0);
        follow(database);
        try (JournalStore journal =
                SqlJournal.open(database, SqlJournal.Settings.defaults("main", SystemClockTicker.INSTANCE))) {
            journal.append(new JournalRecord.SessionClosed("again"), Instant.parse("2026-01-05T14:00:00Z"));
        }

        assertThat(run("journal", "verify", file.toString())).as(captured.err()).isZero();
        assertThat(captured.out())
                .contains(String.format("Tables    at %,d of %,d records", TRADED.size() + 1, TRADED.size() + 2));

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM orders WHERE sequence = (SELECT max(sequence) FROM orders)");
        }
        assertThat(run("journal", "verify", file.toString())).isEqualTo(1);
        assertThat(captured.err()).contains("orders main-1-", " is missing");
    }
}
