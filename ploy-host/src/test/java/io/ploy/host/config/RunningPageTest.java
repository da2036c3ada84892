package io.ploy.host.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.plugin.Parameter;
import io.ploy.core.StopPolicy;
import io.ploy.host.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator's guide says is what the program does. */
class RunningPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("<!-- example -->\\s*```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RAISED = Pattern.compile("\"(?!lease\\.(?:lock|token)\")"
            + "((?:account|balance|book|cancel|fill|heartbeat|journal|lease|limit|operation|order|plugin|protocol|reconcile"
            + "|settlement|stream|venue)\\.[a-z-]+(?:\\.[a-z-]+)?)\"");
    private static final Pattern LISTED = Pattern.compile("\\| `([a-z]+\\.[a-z.-]+)` \\| [A-Z]");

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("../docs/running.md"));
    }

    @Test
    void itsExampleIsAConfiguration(@TempDir Path folder) throws IOException {
        Matcher example = EXAMPLE.matcher(page);
        assertThat(example.find()).isTrue();

        RunConfig config = RunConfigFile.read(Files.writeString(folder.resolve("main.yaml"), example.group(1)));

        assertThat(config.stop()).isEqualTo(StopPolicy.DEFAULT.withSettlementWithin(Duration.ofSeconds(30)));
        assertThat(config.account().secrets()).containsOnlyKeys("relayerKey");
        assertThat(config.account().parameters()).containsEntry("funder", "0x0000000000000000000000000000000000000001");
        assertThat(config.journal()).isInstanceOf(JournalPlace.Postgres.class);
    }

    @Test
    void everyKeyStandsThereAsItIs() {
        List<Parameter<?>> all = new ArrayList<>();
        Stream.of(ConfigKeys.LEASE, ConfigKeys.LIMITS, ConfigKeys.STOP, ConfigKeys.SUPERVISION)
                .forEach(all::addAll);

        assertThat(page.lines())
                .containsAll(all.stream().map(RunningPageTest::row).toList());
        assertThat(page.lines().filter(line -> line.matches("\\| `\\w+` \\| [a-z ,]+ \\| `.*")))
                .hasSize(all.size());
    }

    private static String row(Parameter<?> parameter) {
        String type = parameter.type();
        boolean choice = type.contains("|");
        String range = choice
                ? type.toLowerCase(Locale.ROOT).replace("|", ", ")
                : parameter.minimum().orElseThrow() + " to "
                        + parameter.maximum().orElseThrow()
                        + (parameter.unit().isEmpty() ? "" : " " + parameter.unit());
        String value = choice ? parameter.defaultText().toLowerCase(Locale.ROOT) : parameter.defaultText();
        return "| `" + parameter.name() + "` | " + (choice ? "choice" : type) + " | `" + value + "` | " + range + " | "
                + parameter.help() + " |";
    }

    @Test
    void everyExitCodeIsListed() {
        for (int code :
                new int[] {ExitCode.OK, ExitCode.FAILURE, ExitCode.BAD_INPUT, ExitCode.LEFT_OVER, ExitCode.LEASE_LOST
                }) {
            assertThat(page).contains("\n| " + code + " | ");
        }
    }

    @Test
    void everyAlertThatIsRaisedIsListedAndNoOther() throws IOException {
        assertThat(found(LISTED, List.of(page.substring(page.indexOf("\n## Alerts")))))
                .containsExactlyElementsOf(found(
                        RAISED,
                        Stream.concat(
                                        sources("../ploy-core/src/main/java").stream(),
                                        sources("../ploy-connectors/src/main/java").stream())
                                .toList()));
    }

    private static List<String> found(Pattern pattern, List<String> texts) {
        return texts.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(result -> result.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> sources(String folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
