package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts of the guide to testing in other languages start the command, trust what it prints, and end it. */
class OtherLanguagesTest {
    private static final Path SCRIPTS = Path.of("..", "ploy-testkit", "interop");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"python3, first_look.py", "node, first-look.mjs"})
    void aScriptStartsTheVenueAndReadsABookAndAnAccount(String interpreter, String script) throws Exception {
        assumeTrue(isInstalled(interpreter), interpreter + " is not on the PATH, so " + script + " is not tried");
        Path out = folder.resolve("out.txt");

        Process process = new ProcessBuilder(command(interpreter, script))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
        String told = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(told).isZero();
        assertThat(told)
                .containsPattern("best bid 0\\.\\d+, best ask 0\\.\\d+")
                .containsPattern("safe holds 10000 USD in 0x[0-9a-fA-F]{40}");
    }

    private static List<String> command(String interpreter, String script) {
        List<String> command =
                new ArrayList<>(List.of(interpreter, SCRIPTS.resolve(script).toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("simulate", "--json", "--world", "longdated:questions=2"));
        return command;
    }

    private static boolean isInstalled(String program) throws IOException {
        try (Stream<String> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator))) {
            return folders.anyMatch(each -> Files.isExecutable(Path.of(each, program)));
        }
    }
}
