package io.ploy.testkit.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that trades. */
final class ChildProcess {
    private static final long PATIENCE_SECONDS = 150;

    private final Path out;
    private final Path err;
    private final Process process;

    private ChildProcess(Path out, Path err, Process process) {
        this.out = out;
        this.err = err;
        this.process = process;
    }

    /** What it is told and what it says is kept in files of this name. */
    static ChildProcess start(ChildSettings settings, Path folder, String name) throws IOException {
        Path told = folder.resolve(name + ".properties");
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        settings.write(told);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TradingChild.class.getName(),
                        told.toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new ChildProcess(out, err, process);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    boolean awaitEnd(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Its exit code; one that does not end is killed and fails the run. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("a process did not end within " + PATIENCE_SECONDS + " s; see " + err);
        }
        return process.exitValue();
    }

    /** The last line it printed; empty if none. */
    String said() throws IOException {
        List<String> lines = Files.readAllLines(out);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    String complaints() throws IOException {
        return Files.readString(err).strip();
    }
}
