package io.ploy.core.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a process said was durable is there after it was killed, whole and in order, and the next one goes on after it. */
@Tag("matrix")
final class SqlKillTest {
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void sqliteLosesNothing() throws Exception {
        Path file = folder.resolve("ploy.db");

        requireNothingLost(SqlDatabase.sqlite(file, Duration.ofSeconds(5)), file.toString());
    }

    @Test
    @Timeout(120)
    void postgresLosesNothing() throws Exception {
        PostgresSettings settings = Postgres.schema();

        requireNothingLost(SqlDatabase.postgres(settings), settings.url(), settings.schema());
    }

    private static void requireNothingLost(SqlDatabase database, String... where) throws Exception {
        SplittableRandom random = new SplittableRandom(51);
        long before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long said = killedAfter(before + 1 + random.nextInt(3000), where);
            try (SqlJournal journal = SqlJournal.open(database, SqlTesting.settings())) {
                before = journal.lastSequence();
                assertThat(before).isGreaterThanOrEqualTo(said);
                assertThat(SqlTesting.replayed(journal)).isEqualTo(SqlTesting.records((int) before));
            }
        }
    }

    /** Runs a child until it has said that a record is durable, kills it, and answers the last one it said. */
    private static long killedAfter(long enough, String... where) throws Exception {
        Process child = start(where);
        long said = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said = Math.max(said, Long.parseLong(line));
                if (said >= enough && child.isAlive()) {
                    // Not through the process, which would close the stream the last lines are still in.
                    child.toHandle().destroyForcibly();
                }
            }
        } finally {
            child.toHandle().destroyForcibly();
        }
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isGreaterThanOrEqualTo(enough);
        return said;
    }

    private static Process start(String... where) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                SqlJournalChild.class.getName()));
        command.addAll(List.of(where));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
