package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a process chooses is decided once, so each choice needs a process of its own. */
class FallbackTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void withoutATemporaryFolderJavaSigns() throws Exception {
        String noSuchFolder = folder.resolve("none").toString();

        String said = child("-Djava.io.tmpdir=" + noSuchFolder, "-Djna.tmpdir=" + noSuchFolder);

        assertThat(said.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).isEqualTo(TestKeys.ADDRESS + " with BouncyCastle in Java"));
    }

    @Test
    @Timeout(60)
    void whatCannotBeForcedSaysWhyEachTime() throws Exception {
        String noSuchFolder = folder.resolve("none").toString();

        String said = child(
                "-Djava.io.tmpdir=" + noSuchFolder,
                "-Djna.tmpdir=" + noSuchFolder,
                "-Dploy.signing.implementation=jna");

        assertThat(said.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("through JNA does not work here")
                        .doesNotContain("ac0974"));
    }

    private static String child(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FallbackChild.class.getName()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }
}
