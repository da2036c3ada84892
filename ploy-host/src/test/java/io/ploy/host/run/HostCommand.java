package io.ploy.host.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command of {@code ploy} in a JVM of its own, with the libraries that were built, run to its end.
 *
 * @param exitCode what it ended with
 * @param said on both streams
 */
record HostCommand(int exitCode, String said) {
    static HostCommand run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    static HostCommand run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("ploy.built"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dploy.home=" + home,
                "-cp",
                home.resolve("lib") + "/*",
                "io.ploy.host.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("did not end: " + said);
        }
        return new HostCommand(process.exitValue(), said);
    }
}
