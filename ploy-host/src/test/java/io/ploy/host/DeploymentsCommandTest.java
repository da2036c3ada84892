package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.core.deployment.DataHash;
import io.ploy.core.deployment.EvidenceKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a deployment through the door, with a plugin from a folder and backtests on the real engine. */
class DeploymentsCommandTest {
    private static final int MARKETS = 100;

    @TempDir
    Path folder;

    private DeploymentsWay way;
    private Path register;

    @BeforeEach
    void layOut() throws IOException, URISyntaxException {
        way = new DeploymentsWay(folder);
        register = way.register;
    }

    private int run(String... arguments) {
        return way.run(arguments);
    }

    private void done(String... arguments) {
        assertThat(run(arguments)).as(way.captured.err()).isZero();
    }

    private int create(String id, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "deployments",
                "create",
                register.toString(),
                id,
                "--strategy",
                "one-buy",
                "--account",
                "main",
                "--domain",
                "crypto",
                "--markets",
                "script-*",
                "--by",
                "anna",
                "--reason",
                "first try"));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    private int promote() {
        return run("deployments", "promote", register.toString(), "one", "--by", "anna", "--reason", "it is time");
    }

    private int backtest(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                "--data",
                way.recordings.toString(),
                "--strategy",
                "one-buy",
                "--out",
                way.out.toString(),
                "--evidence",
                register.toString(),
                "--by",
                "anna"));
        arguments.addAll(Arrays.asList(more));
        if (!arguments.contains("--deployment")) {
            arguments.addAll(List.of("--deployment", "one"));
        }
        return run(arguments.toArray(String[]::new));
    }

    private JsonNode deployments() throws IOException {
        done("deployments", "list", register.toString(), "--json");
        return new ObjectMapper().readTree(way.captured.out()).get("deployments");
    }

    @Test
    void theWholeWayFromDraftToLiveAndBack() throws IOException {
        way.record(MARKETS);
        assertThat(create("one", "--timeframe", "15m")).isZero();
        assertThat(way.captured.out()).contains("Created   one, a draft of one-buy from guest 1.2.3");
        assertThat(promote()).isZero();
        assertThat(way.captured.out()).contains("one is backtest now.");

        assertThat(promote()).isEqualTo(2);
        assertThat(way.captured.err()).contains("one cannot be promoted to paper: a backtest that passes is needed");

        assertThat(backtest("--fitted-until", "never")).as(way.captured.err()).isZero();
        assertThat(way.captured.out())
                .contains("Evidence  3 for one: WARN", "slope of realised on predicted profit could not be measured")
                .doesNotContain("void", "out-of-sample");
        assertThat(promote()).isEqualTo(2);
        assertThat(way.captured.err()).contains("evidence 3, warns and nobody accepted it");
        done("evidence", "accept", register.toString(), "3", "--by", "bert", "--reason", "it predicts nothing");
        assertThat(promote()).isZero();

        way.file(EvidenceKind.PAPER, 50, Duration.ofDays(7));
        assertThat(promote()).as(way.captured.err()).isZero();
        way.file(EvidenceKind.CANARY, 100, Duration.ofDays(3));
        assertThat(promote()).as(way.captured.err()).isZero();
        assertThat(way.captured.out()).contains("one is live now.");
        JsonNode live = deployments().get(0);
        assertThat(live.get("stage").asText()).isEqualTo("LIVE");
        assertThat(live.at("/evidence/code").asText()).isEqualTo("OK");
        assertThat(live.at("/evidence/until").asText())
                .isEqualTo(DeploymentsWay.MARCH.plus(Duration.ofDays(7)).toString());
        done("deployments", "list", register.toString());
        assertThat(way.captured.out()).contains("until 2026-03-09T09:00:00Z", "15m");

        way.now = DeploymentsWay.MARCH.plus(Duration.ofDays(7)).plusSeconds(1);
        done("deployments", "list", register.toString());
        assertThat(way.captured.out()).contains("GRACE", "one adds no risk: evidence 6, a paper, ran out at");

        done(
                "deployments",
                "demote",
                register.toString(),
                "one",
                "--to",
                "suspended",
                "--by",
                "anna",
                "--reason",
                "odd fills");
        assertThat(promote()).isEqualTo(2);
        assertThat(way.captured.err()).contains("one cannot be promoted to canary", "ran out");
        done("deployments", "retire", register.toString(), "one", "--by", "anna", "--reason", "enough");
        assertThat(deployments().at("/0/stage").asText()).isEqualTo("RETIRED");
        done("evidence", "verify", register.toString());
        assertThat(way.captured.out()).contains("Lines     11, the last at", "by anna", "Sound: ");
    }

    @Test
    void theFiguresOfABacktestAreThoseOfItsSummary() throws IOException {
        way.record(8);
        create("one");

        assertThat(backtest("--fitted-until", "2026-03-01T10:04:00Z")).isZero();

        assertThat(way.captured.out())
                .contains("Evidence  2 for one: FAIL", "8 independent entries in", "needed 100, or 30 in 30 days")
                .doesNotContain("out-of-sample");
        done("evidence", "show", register.toString(), "2", "--json");
        JsonNode evidence = new ObjectMapper().readTree(way.captured.out());
        JsonNode summary =
                new ObjectMapper().readTree(way.out.resolve("summary.json").toFile());
        assertThat(summary.at("/settings/fill.orderLatency").asText()).isEqualTo("PT0.25S");
        assertThat(summary.at("/totals/fills").asInt()).isEqualTo(8);
        assertThat(evidence.get("entries").asInt()).isEqualTo(8);
        assertThat(evidence.get("netProfit").asText())
                .isEqualTo(summary.at("/totals/net").asText());
        assertThat(evidence.get("maxDrawdown").asText())
                .isEqualTo(summary.at("/totals/max_drawdown").asText());
        assertThat(evidence.get("worstDay").asText())
                .isEqualTo(summary.at("/totals/net").asText());
        assertThat(evidence.get("tStatistic").asDouble()).isCloseTo(tStatistic(summary), within(1e-9));
        assertThat(evidence.get("from").asText())
                .isEqualTo(summary.at("/period/from").asText());
        assertThat(evidence.get("to").asText())
                .isEqualTo(summary.at("/period/to").asText());
        assertThat(evidence.get("data")).hasSize(8);
        assertThat(evidence.at("/data/0/sha256").asText())
                .isEqualTo(summary.at("/data/files/0/sha256").asText());
        assertThat(evidence.get("report").asText())
                .isEqualTo(DataHash.read(way.out.resolve("summary.json")).sha256());
        assertThat(evidence.get("createdAt").asText()).isEqualTo(DeploymentsWay.MARCH.toString());
        assertThat(way.out.resolve("conservative/summary.json")).exists();
    }

    private static double tStatistic(JsonNode summary) {
        List<Double> nets = new ArrayList<>();
        summary.get("markets").forEach(market -> nets.add(market.get("net").asDouble()));
        double mean = nets.stream().mapToDouble(net -> net).average().orElseThrow();
        double variance =
                nets.stream().mapToDouble(net -> Math.pow(net - mean, 2)).sum() / (nets.size() - 1);
        return mean / Math.sqrt(variance / nets.size());
    }

    @Test
    void aBacktestWhoseFeesAreAssumedIsVoid() throws IOException {
        GuestPlugin.recording(way.recordings.resolve("one.script"), List.of("0.40", "0.41", "0.42", "0.60", "up"));
        create("one");

        assertThat(backtest()).isZero();

        assertThat(way.captured.out())
                .contains(
                        "FAIL",
                        "void: the recordings do not name the fees of 1 of the markets traded, such as script-one",
                        "out-of-sample part could not be measured");
    }

    @Test
    void aBacktestOfAnotherBuildIsRefusedBeforeItRuns() throws IOException, URISyntaxException {
        way.record(1);
        create("one");

        assertThat(backtest("--param", "shares=11")).isEqualTo(2);
        assertThat(way.captured.err())
                .contains("The parameters or the sizing of this backtest and of deployment one are not the same");
        assertThat(backtest("--param", "shares=10.00")).isZero();

        GuestPlugin.writeTo(way.plugins, "guest", "[0.1,0.3)");
        assertThat(backtest()).isEqualTo(2);
        assertThat(way.captured.err()).contains("The plugin of this backtest and of deployment one are not the same");
    }

    @Test
    void anotherSizingIsAnotherDeployment() throws IOException {
        way.record(1);
        create("one");
        assertThat(backtest("--sizing", "fixed-shares,shares=5")).isEqualTo(2);
        assertThat(way.captured.err())
                .contains("The parameters or the sizing of this backtest and of deployment one are not the same");

        assertThat(create("sized", "--sizing", "fixed-shares,shares=5")).isZero();
        assertThat(backtest("--deployment", "sized", "--sizing", "fixed-shares,shares=5.00"))
                .as(way.captured.err())
                .isZero();
        assertThat(backtest("--deployment", "sized", "--sizing", "fixed-shares,shares=6"))
                .isEqualTo(2);
        assertThat(create("odd", "--sizing", "fixed-shares,share=5")).isEqualTo(2);
        assertThat(way.captured.err()).contains("--sizing: ");
    }

    @Test
    void aBacktestOfTheFutureIsNotFiled() throws IOException {
        way.record(1);
        create("one");
        way.now = Instant.parse("2026-03-01T09:00:00Z");

        assertThat(backtest()).isEqualTo(2);

        assertThat(way.captured.err()).contains("Evidence of the future is not filed.");
        done("evidence", "list", register.toString());
        assertThat(way.captured.out()).contains("There is no evidence.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deployments promote R nobody --by anna --reason x      | there is no deployment nobody
            deployments promote none.jsonl one --by anna --reason x | There is no register at none.jsonl
            deployments promote R one --reason x                   | Missing required option: '--by=NAME'
            deployments promote R one --by anna                    | Missing required option: '--reason=TEXT'
            deployments promote R ONE --by anna --reason x         | ID: a deployment's id has lower-case letters
            deployments demote R one --to live --by anna --reason x | is draft and cannot be demoted to live; possible: retired
            deployments demote R one --to papr --by anna --reason x | Did you mean 'paper'?
            evidence show R 7                                      | There is no evidence 7
            evidence accept R 1 --by anna --reason x               | line 1 is no evidence
            evidence list R --deployment two                       | There is no deployment two
            backtest --data . --strategy one-buy --evidence R      | --evidence needs --deployment ID, --by NAME and --out DIR
            backtest --data . --strategy one-buy --by anna         | need --evidence REGISTER
            backtest --data . --strategy one-buy --evidence R --deployment one --by anna --out o --latency 1 | leave --fill-model and --latency out
            backtest --data . --strategy one-buy --evidence R --deployment one --by anna --out o --limit maxPosition=none | leave --limit out, and choose with --risk
            backtest --data . --strategy one-buy --evidence R --deployment one --by anna --out o --fitted-until May | --fitted-until takes a day or a time
            """)
    void whatCannotBeDoneIsOneMessageAndExitCodeTwo(String line, String message) {
        create("one");
        String[] words = line.trim().replace("R ", register + " ").split(" +");
        for (int i = 0; i < words.length; i++) {
            words[i] = "R".equals(words[i]) ? register.toString() : words[i];
        }

        assertThat(run(words)).as(way.captured.err()).isEqualTo(2);

        assertThat(way.captured.err()).startsWith("ploy: ").contains(message.trim());
        assertThat(way.captured.err().lines()).hasSize(1);
        assertThat(way.captured.out()).isEmpty();
    }

    @Test
    void anIllegalDeploymentIsRefusedInWords() {
        assertThat(create("one", "--param", "shares=3")).isEqualTo(2);
        assertThat(way.captured.err()).contains("shares: found '3'");
        assertThat(create("one", "--timeframe", "soon")).isEqualTo(2);
        assertThat(way.captured.err()).contains("timeframe: found 'soon'");
        assertThat(create("One")).isEqualTo(2);
        assertThat(way.captured.err()).contains("a deployment's id has lower-case letters");
        assertThat(register).doesNotExist();
        assertThat(create("one")).isZero();
        assertThat(create("one")).isEqualTo(2);
        assertThat(way.captured.err()).contains("there is a deployment one already");
    }

    @Test
    void aDamagedRegisterIsExitCodeFiveEverywhere() throws IOException {
        create("one");
        String text = Files.readString(register);
        Files.writeString(register, text.replace("anna", "bert"));

        assertThat(run("evidence", "verify", register.toString())).isEqualTo(5);
        assertThat(way.captured.err()).contains(register + ", line 1: its hash is not that of its content");
        assertThat(way.captured.out()).contains("Not sound");
        assertThat(run("evidence", "verify", register.toString(), "--json")).isEqualTo(5);
        assertThat(new ObjectMapper().readTree(way.captured.out()).get("sound").asBoolean())
                .isFalse();
        assertThat(run("deployments", "list", register.toString())).isEqualTo(5);
        assertThat(run("evidence", "list", register.toString())).isEqualTo(5);
        assertThat(promote()).isEqualTo(5);
        assertThat(way.captured.err()).contains(", line 1: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployments",
                "deployments create --help",
                "deployments list --help",
                "deployments promote --help",
                "deployments demote --help",
                "deployments retire --help",
                "evidence",
                "evidence list --help",
                "evidence show --help",
                "evidence verify --help",
                "evidence file --help",
                "evidence accept --help"
            })
    void helpTeaches(String line) {
        done(line.split(" "));

        assertThat(way.captured.out()).contains("Usage: ploy ", "Exit codes: 0").containsPattern("Examples:\\R  ploy ");
    }
}
