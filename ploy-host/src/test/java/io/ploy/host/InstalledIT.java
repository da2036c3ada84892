package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was built, as an operator has it: the launcher in a JVM of its own, the libraries, the plugins that come along. */
@DisabledOnOs(OS.WINDOWS)
@Tag("matrix")
class InstalledIT {
    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void install() throws IOException {
        Path built = Path.of(System.getProperty("ploy.built"));
        home = Files.createDirectories(folder.toRealPath().resolve("an installation"));
        for (String part : List.of("lib", "plugins")) {
            copy(built.resolve(part), home.resolve(part));
        }
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("bin/ploy"), home.resolve("bin/ploy"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void everyPluginThatComesAlongLoads() throws Exception {
        Result result = run("plugins", "--json");

        assertThat(result.exitCode).as(result.err).isZero();
        assertThat(result.err).isEmpty();
        JsonNode json = new ObjectMapper().readTree(result.out);
        assertThat(json.get("refused")).isEmpty();
        assertThat(json.findValuesAsText("name")).contains("dump-hedge");
        assertThat(json.findValuesAsText("folder"))
                .containsExactly(home.resolve("plugins").toString());
    }

    @Test
    void theDemoTradesWithTheStrategyThatComesAlong() throws Exception {
        Result result = run("demo", "--seconds", "2", "--speed", "600");

        assertThat(result.exitCode).as(result.err).isZero();
        assertThat(result.err).isEmpty();
        assertThat(result.out).contains("filled    #1 BUY", "Demo over: dump-hedge", "Journal   ");
    }

    @Test
    void theConnectorThatComesAlongTradesOverTheWire() throws Exception {
        Result result = run("demo", "--wire", "--seconds", "25");

        assertThat(result.exitCode).as(result.err).isZero();
        assertThat(result.out).contains("filled    #1 BUY", "Demo over: dump-hedge", "over the wire");
    }

    @Test
    void aBacktestWithoutRecordingsNamesTheFormatsThatComeAlong() throws Exception {
        Path data = Files.createDirectories(folder.resolve("no recordings"));

        Result result = run("backtest", "--data", data.toString(), "--strategy", "dump-hedge");

        assertThat(result.exitCode).isEqualTo(2);
        assertThat(result.err).contains("no recording found", "btc15m-l5").doesNotContain("    at ");
    }

    @Test
    void versionsAreThoseOfTheBuild() throws Exception {
        Result result = run("--version");

        assertThat(result.out).containsPattern("ploy \\d+\\.\\d+").doesNotContain("development build");
    }

    private Result run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/ploy").toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private record Result(int exitCode, String out, String err) {}
}
