package io.ploy.host.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.StopPolicy;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.risk.RiskSettings;
import io.ploy.core.sizing.FractionalKelly;
import io.ploy.host.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            + "((?:account|balance|book|cancel|credentials|deployment|evidence|fill|flatten|heartbeat|journal|lease|limit|operation|order|plugin|protocol|reconcile"
            + "|risk|rule|settlement|stream|venue)\\.[a-z-]+(?:\\.[a-z-]+)?)\"");
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
        assertThat(config.proof())
                .isEqualTo(new Proof.Register(
                        folder.resolve("register.jsonl"), Map.of("dump-hedge", new DeploymentId("dump-15m"))));
    }

    @Test
    void everyKeyOfDeploymentsIsListed() {
        ProofSection.KEYS.forEach(key -> assertThat(page).contains("\n| `deployments." + key + "` | "));
        assertThat(page).contains("\n| `strategies.deployment` | ");
    }

    @Test
    void whatItShowsOfRiskIsAConfiguration(@TempDir Path folder) throws IOException {
        String least = """
                mode: live
                venue: {connector: polymarket}
                account: {name: main, key: env:PLOY_KEY}
                journal: {files: journal}
                deployments: {evidence: waived, waivedBy: anna, waivedWhy: a test}
                strategies:
                  - strategy: simple-quoter
                  - strategy: dump-hedge
                """;

        RiskSettings risk = RunConfigFile.read(Files.writeString(
                        folder.resolve("main.yaml"), least + shown("sizing") + shown("risk") + shown("breakers")))
                .risk();

        assertThat(risk.sizing()).isEqualTo(Map.of("dump-hedge", FractionalKelly.DEFAULT));
        assertThat(risk.allocation().allocationOfStrategy("crypto", "simple-quoter", Cash.ofUsd(1_000)))
                .isEqualTo(Cash.ofUsd(100));
        assertThat(risk.breakers().tradeRate().perMinute()).isEqualTo(600);
    }

    private String shown(String what) {
        Matcher found = Pattern.compile("<!-- " + what + " -->\\s*```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void everyKeyStandsThereAsItIs() {
        List<Parameter<?>> all = new ArrayList<>();
        Stream.of(ConfigKeys.LEASE, ConfigKeys.LIMITS, ConfigKeys.ALLOCATION, ConfigKeys.STOP, ConfigKeys.SUPERVISION)
                .forEach(all::addAll);
        Stream.of(SizingChoice.values())
                .flatMap(choice -> choice.keys().stream())
                .distinct()
                .forEach(all::add);

        assertThat(page.lines())
                .containsAll(all.stream().map(RunningPageTest::row).toList());
        assertThat(page.lines()
                        .filter(line -> line.matches("\\| `\\w+` \\| [a-z ,]+ \\| `.*"))
                        .distinct())
                .hasSize(all.size());
    }

    @Test
    void everyKeyOfBreakersStandsThereAsItIs() {
        List<String> rows = new ArrayList<>();
        for (BreakerSection.Part part : BreakerSection.PARTS) {
            part.keys()
                    .forEach(key -> rows.add(
                            row(key).replace("| `" + key.name() + "`", "| `" + part.name() + "." + key.name() + "`")));
        }

        assertThat(page.lines().filter(line -> line.matches("\\| `\\w+\\.\\w+` \\| [a-z]+ \\| `.*")))
                .containsExactlyElementsOf(rows);
    }

    private static String row(Parameter<?> parameter) {
        String type = parameter.type();
        boolean choice = type.contains("|");
        String range = choice
                ? type.toLowerCase(Locale.ROOT).replace("|", ", ")
                : type.equals("flag")
                        ? "true, false"
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
                        List.of(
                                sources("../ploy-core/src/main/java"),
                                sources("../ploy-connectors/src/main/java"),
                                sources("src/main/java/io/ploy/host/run"))));
    }

    private static List<String> found(Pattern pattern, List<String> texts) {
        return texts.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(result -> result.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static String sources(String folder) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                texts.append(Files.readString(file)).append('\n');
            }
        }
        return texts.toString();
    }
}
