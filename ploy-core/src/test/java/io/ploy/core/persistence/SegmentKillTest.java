package io.ploy.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class SegmentKillTest {
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void everyRecordThatWasSaidToBeDurableOutlivesAKilledProcess() throws Exception {
        SplittableRandom random = new SplittableRandom(50);
        long before = 0;

        for (int round = 0; round < ROUNDS; round++) {
            long said = before + 1 + random.nextInt(3000);

            said = killedAfter(said);

            before = requireNumbered(said);
        }

        assertThat(before).isGreaterThan(ROUNDS);
    }

    @Test
    @Timeout(60)
    void aSecondProcessIsRefused() throws Exception {
        try (SegmentJournal mine = open()) {
            // A failed attempt of this process must not give its lock away.
            assertThat(attempt()).contains("in use");

            Process child = start();
            try (BufferedReader lines = lines(child)) {
                assertThat(lines.readLine()).startsWith("refused:").contains("another process");
            }
            mine.append(new JournalRecord.SessionClosed(""), Instant.EPOCH);
            mine.flush(Duration.ofSeconds(20));
        }
    }

    private String attempt() {
        try (SegmentJournal second = open()) {
            return "opened twice: " + second.opened();
        } catch (JournalException e) {
            return e.getMessage();
        }
    }

    /** Runs a child until it has said that a record is durable, kills it, and answers the last one it said. */
    private long killedAfter(long enough) throws Exception {
        Process child = start();
        long said = 0;
        try (BufferedReader lines = lines(child)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // Two threads of the child say it, so not quite in order.
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

    private long requireNumbered(long atLeast) {
        try (SegmentJournal journal = open()) {
            long[] next = {1};
            journal.replay((sequence, at, record) -> {
                assertThat(sequence).isEqualTo(next[0]++);
                assertThat(at).isEqualTo(Instant.ofEpochSecond(sequence));
                assertThat(record).isEqualTo(JournalChild.numbered(sequence));
            });
            assertThat(next[0] - 1).isGreaterThanOrEqualTo(atLeast).isEqualTo(journal.lastSequence());
            return journal.lastSequence();
        }
    }

    private SegmentJournal open() {
        return SegmentJournal.open(
                folder, SegmentJournal.Settings.defaults(System::nanoTime).withSegmentBytes(64 * 1024));
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalChild.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader lines(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    }
}
