package io.ploy.host.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** {@code ploy run} in a JVM of its own, with the libraries and plugins that were built. */
final class RunProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;
    private final Path err;

    RunProcess(Path config, Map<String, String> environment, String... options) throws IOException {
        Path home = Path.of(System.getProperty("ploy.built"));
        String name = String.valueOf(config.getFileName());
        out = Files.createTempFile(config.getParent(), name, ".out");
        err = Files.createTempFile(config.getParent(), name, ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dploy.home=" + home,
                "-cp",
                home.resolve("lib") + "/*",
                "io.ploy.host.Main",
                "run",
                config.toString(),
                "--json"));
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Everything it said so far. */
    List<JsonNode> events() {
        try {
            List<JsonNode> events = new ArrayList<>();
            for (String line : Files.readAllLines(out)) {
                if (line.endsWith("}")) {
                    events.add(JSON.readTree(line));
                }
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says something. */
    JsonNode await(String event, Predicate<JsonNode> which) {
        Awaitility.await().alias(event + " of " + this).atMost(PATIENCE).until(() -> {
            if (!process.isAlive() && find(event, which) == null) {
                throw new IllegalStateException("ended with " + process.exitValue() + ": " + this);
            }
            return find(event, which) != null;
        });
        return find(event, which);
    }

    JsonNode await(String event) {
        return await(event, any -> true);
    }

    /** Waits until it has that many orders open at least. */
    void awaitOpenOrders(int least) {
        await("status", status -> status.get("openOrders").asInt() >= least);
    }

    private JsonNode find(String event, Predicate<JsonNode> which) {
        return events().stream()
                .filter(each -> each.get("event").asText().equals(event) && which.test(each))
                .findFirst()
                .orElse(null);
    }

    /** Sends a signal, such as TERM. */
    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for its end and answers its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("did not end: " + this);
        }
        return process.exitValue();
    }

    /** What it warned of, but that nothing has to prove what it does. */
    String err() throws IOException {
        return Files.readString(err)
                .lines()
                .filter(line -> !line.contains("evidence.waived"))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        try {
            return Files.readString(out) + err();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
