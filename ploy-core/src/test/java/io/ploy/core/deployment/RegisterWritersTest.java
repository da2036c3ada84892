package io.ploy.core.deployment;

import static io.ploy.core.deployment.Facts.ANNA;
import static io.ploy.core.deployment.Facts.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two writers, in one process and in two, leave one chain with every line of both. */
final class RegisterWritersTest {
    private static final int EACH = 15;

    @TempDir
    Path folder;

    /** Writes some deployments. */
    public static void main(String[] arguments) {
        DeploymentRegister register = DeploymentRegister.at(Path.of(arguments[0]), new Facts.MovedClock());
        for (int i = 0; i < EACH; i++) {
            register.create(draft(new DeploymentId(arguments[1] + "-" + i)), ANNA, "x");
        }
    }

    @Test
    void processesTakeTurns() throws IOException, InterruptedException {
        Path file = folder.resolve("register.jsonl");
        List<Process> writers = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RegisterWritersTest.class.getName(),
                            file.toString(),
                            name)
                    .inheritIO()
                    .start());
        }

        for (Process writer : writers) {
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }

        assertAllThere(file, List.of("a", "b"));
    }

    @Test
    void threadsTakeTurnsWhileAReaderReads() throws Exception {
        Path file = folder.resolve("register.jsonl");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (String name : List.of("a", "b")) {
                writers.add(threads.submit(() -> main(new String[] {file.toString(), name})));
            }
            DeploymentRegister register = DeploymentRegister.at(file, new Facts.MovedClock());
            long seen = 0;
            while (!writers.stream().allMatch(Future::isDone)) {
                RegisterReading read = register.read();
                assertThat(read.fault()).isEmpty();
                assertThat((long) read.lines().size()).isGreaterThanOrEqualTo(seen);
                seen = read.lines().size();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertAllThere(file, List.of("a", "b"));
    }

    private static void assertAllThere(Path file, List<String> names) {
        RegisterReading read =
                DeploymentRegister.at(file, new Facts.MovedClock()).read();
        assertThat(read.fault()).isEmpty();
        assertThat(read.lines()).hasSize(names.size() * EACH);
        for (String name : names) {
            assertThat(read.snapshot().deployments())
                    .filteredOn(each -> each.id().name().startsWith(name + "-"))
                    .hasSize(EACH);
        }
    }
}
