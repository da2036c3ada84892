package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The venue's own TypeScript client, unmodified, trades at a venue that the command serves. Needs Node and npm. */
@Tag("interop")
class OfficialClientTest {
    private static final Path SCRIPTS = Path.of("..", "ploy-testkit", "interop");
    private static final int OLDEST_NODE = 20;
    private static final Pattern NODE = Pattern.compile("v(\\d+)\\.");

    @TempDir
    Path folder;

    @Test
    void theOfficialClientTradesWithEveryKindOfAccount() throws Exception {
        needNode();
        for (String file : List.of("package.json", "package-lock.json", "trade.mjs")) {
            Files.copy(SCRIPTS.resolve(file), folder.resolve(file));
        }
        assertEnds(Duration.ofMinutes(5), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Process venue = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "simulate",
                        "--world",
                        "mixed",
                        "--json")
                .redirectError(folder.resolve("venue.err").toFile())
                .start();
        try (BufferedReader said = venue.inputReader(StandardCharsets.UTF_8)) {
            String description = said.readLine();
            assertThat(description)
                    .as(Files.readString(folder.resolve("venue.err")))
                    .isNotNull();
            Files.writeString(folder.resolve("venue.json"), description);

            String checks = assertEnds(Duration.ofMinutes(5), "node", "trade.mjs", "venue.json");

            assertThat(checks).contains("deposit, neg-risk: a GTC order rests", "checks passed");
        } finally {
            venue.destroy();
            assertThat(venue.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void needNode() throws Exception {
        String needed = "the profile 'interop' needs Node " + OLDEST_NODE + " or newer with npm on the PATH; ";
        String version;
        try {
            version = assertEnds(Duration.ofSeconds(30), "node", "--version");
        } catch (IOException e) {
            throw new AssertionError(needed + "there is none", e);
        }
        Matcher major = NODE.matcher(version);
        assertThat(major.lookingAt() && Integer.parseInt(major.group(1)) >= OLDEST_NODE)
                .as(needed + "found " + version)
                .isTrue();
    }

    /** Runs a command in the folder and hands back what it said; it must end well, and in time. */
    private String assertEnds(Duration patience, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            String said = Files.readString(output);
            assertThat(ended).as("ended within " + patience + ": " + said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
