package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However rows fall on the buffers' edges, they come out as they went in. */
class RowSourceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rows.txt", "rows.txt.gz"})
    void linesOfAnyLengthComeOutWhole(String name) {
        List<String> lines = texts(new SplittableRandom(5), 300, 3_000);
        lines.add("x".repeat(400_000));
        lines.add("");
        lines.add("y".repeat(131_072));

        Path file = Samples.write(folder, name, String.join("\n", lines) + "\n");

        assertThat(all(new LineReader(StoredInput.open(file)))).isEqualTo(lines);
    }

    @Test
    void lastLineMayLackItsEndAndLinesMayEndInCarriageReturns() {
        Path file = Samples.write(folder, "rows.txt", "a\r\nb\n\r\nc");

        try (LineReader lines = new LineReader(StoredInput.open(file))) {
            assertThat(all(lines)).containsExactly("a", "b", "", "c");
            assertThat(lines.complete()).isFalse();
            assertThat(lines.row()).isEqualTo(4);
        }
    }

    @Test
    void anEndlessLineIsSkippedWithoutBeingKept() {
        Path file = Samples.write(folder, "rows.txt.gz", "a\n" + "z".repeat(3 * LineReader.LONGEST) + "\nb\n");

        try (LineReader lines = new LineReader(StoredInput.open(file))) {
            assertThat(lines.next()).isTrue();
            assertThat(lines.next()).isTrue();
            assertThat(lines.tooLong()).isTrue();
            assertThat(lines.length()).isZero();
            assertThat(lines.next()).isTrue();
            assertThat(lines.tooLong()).isFalse();
            assertThat(text(lines)).isEqualTo("b");
            assertThat(lines.buffer()).hasSizeLessThanOrEqualTo(LineReader.LONGEST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.json", "rows.json.gz"})
    void elementsOfAnyLengthComeOutWhole(String name) {
        List<String> elements = new ArrayList<>();
        for (String text : texts(new SplittableRandom(6), 300, 3_000)) {
            elements.add("{\"a]}\\\"\": [ {\"b\": \"" + text + "\"}, [] ]}");
        }

        Path file = Samples.write(folder, name, " [\n" + String.join(" ,\n ", elements) + "\n]\n");

        assertThat(all(new ElementReader(StoredInput.open(file))).stream().map(String::strip))
                .containsExactlyElementsOf(elements);
    }

    private static List<String> texts(SplittableRandom random, int count, int longest) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(longest); left > 0; left--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static List<String> all(RowSource rows) {
        List<String> all = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                all.add(text(rows));
            }
        }
        return all;
    }

    private static String text(RowSource rows) {
        return new String(rows.buffer(), rows.offset(), rows.length(), StandardCharsets.UTF_8);
    }
}
