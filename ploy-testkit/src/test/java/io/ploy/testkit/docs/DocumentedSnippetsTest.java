package io.ploy.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every snippet of a program in the documentation is a part of a source file that is run, so that it cannot go stale. */
class DocumentedSnippetsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern SNIPPET =
            Pattern.compile("(?:<!-- from (\\S+) -->\\s*)?```(?:java|python|js)\\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    List<DynamicTest> everySnippetIsPartOfItsSource() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            Matcher snippet = SNIPPET.matcher(Files.readString(page));
            while (snippet.find()) {
                String source = snippet.group(1);
                String code = snippet.group(2);
                String title = ROOT.relativize(page) + " at " + snippet.start();
                tests.add(DynamicTest.dynamicTest(title, () -> check(title, source, code)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static void check(String title, String source, String code) throws IOException {
        assertThat(source).as(title + " names its source").isNotNull();
        assertThat(stripped(Files.readString(ROOT.resolve(source))))
                .as(title + " stands in " + source)
                .contains(stripped(code));
    }

    private static String stripped(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages =
                    new ArrayList<>(docs.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            pages.add(ROOT.resolve("README.md"));
            return pages;
        }
    }
}
