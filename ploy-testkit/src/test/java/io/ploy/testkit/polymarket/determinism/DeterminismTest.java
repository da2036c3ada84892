package io.ploy.testkit.polymarket.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("matrix")
class DeterminismTest {
    private static final Pattern STATUS = Pattern.compile(" -> true (\\d+) ");

    @TempDir
    Path folder;

    /** Another Java hashes some collections differently, which must not be seen. */
    @Test
    void oneSeedAndOneScriptGiveOneLogByteForByte() throws Exception {
        String first = ScriptedRun.play(7);
        List<String> lines = first.lines().toList();
        assertThat(lines).hasSizeGreaterThan(5_000);
        assertThat(first).contains("market_resolved", "\"status\":\"matched\"", "Duplicated", "crypto_prices");
        assertThat(lines.stream().map(STATUS::matcher).filter(Matcher::find).map(match -> match.group(1)))
                .contains("200", "101")
                .doesNotContain("500");

        assertThat(ScriptedRun.play(8)).as("another seed").isNotEqualTo(first);
        assertThat(firstDifference(lines, ScriptedRun.play(7).lines().toList())).isEmpty();
        assertThat(firstDifference(lines, inAnotherJava(7).lines().toList())).isEmpty();
    }

    private static List<String> firstDifference(List<String> one, List<String> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            String left = i < one.size() ? one.get(i) : "nothing";
            String right = i < other.size() ? other.get(i) : "nothing";
            if (!left.equals(right)) {
                return List.of(left, right);
            }
        }
        return List.of();
    }

    private String inAnotherJava(long seed) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScriptedRun.class.getName(),
                        Long.toString(seed),
                        log.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        try {
            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue())
                    .as(Files.readString(folder.resolve("said.txt")))
                    .isZero();
        } finally {
            run.destroyForcibly();
        }
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
