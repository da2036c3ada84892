package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.PloyException;
import io.ploy.api.money.Cash;
import io.ploy.api.plugin.ApiRange;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.PluginInfo;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.sizing.FractionalKelly;
import io.ploy.host.backtest.BacktestRequest;
import io.ploy.host.backtest.FillModelName;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.demo.DemoRequest;
import io.ploy.host.demo.ScriptedDemo;
import io.ploy.host.plugin.InstalledPlugins;
import io.ploy.host.plugin.InstalledPlugins.Installed;
import io.ploy.host.plugin.InstalledPlugins.OfferedConnector;
import io.ploy.host.plugin.InstalledPlugins.OfferedStrategy;
import io.ploy.host.plugin.InstalledPlugins.Refused;
import io.ploy.host.report.ResultFiles;
import io.ploy.host.report.SampleResults;
import io.ploy.host.report.SummaryJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class CommandLineRunnerTest {
    @TempDir
    Path folder;

    private CapturedConsole captured = new CapturedConsole();
    private final List<BacktestRequest> requests = new ArrayList<>();
    private final BacktestResult result = SampleResults.of(2, 20);
    private final ScriptedDemo demo = new ScriptedDemo();
    private final ScriptedDemo wireDemo = new ScriptedDemo();
    private Path recording;

    @BeforeEach
    void recording() throws IOException {
        recording = Files.writeString(folder.resolve("a.csv"), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "demo --help", "backtest --help", "plugins --help", "help backtest"})
    void helpTeachesWithExamplesDefaultsAndExitCodes(String line) {
        int exitCode = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(exitCode).isZero();
        assertThat(captured.out())
                .contains("Usage: ploy", "Exit codes: 0")
                .containsPattern("(Try it|Examples):\\R  ploy ")
                .doesNotContain("\u001B");
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void versionNamesPloyItsApiAndTheJvm() {
        assertThat(run("--version")).isZero();
        assertThat(captured.out()).contains("ploy ", "plugin API 0.1", "JVM ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            demo --sede 3                    | Unknown option '--sede'. Did you mean '--seed'?
            demo --sede=3                    | Unknown option '--sede'. Did you mean '--seed'?
            backtst                          | Unknown argument 'backtst'. Did you mean 'backtest'?
            backtest                         | Missing required options: '--strategy=NAME', '--data=PATH'
            backtest --data x --strategy s   | There is no x (from --data).
            demo --seconds 0                 | --seconds takes a whole number from 1 to 86400; found 0.
            demo --seconds abc               | 'abc' is not an int
            demo --wire --speed 2            | --wire runs in real time, so --speed can only be 1; found 2.
            demo --profile calm              | --profile needs --wire
            demo --speed 0                   | --speed takes a whole number from 1 to 3600; found 0.
            backtest --data . --strategy s --fill-model bsae  | found 'bsae'. Did you mean 'base'?
            backtest --data . --strategy s --cash 0           | --cash takes an amount in USD above 0; found '0'.
            backtest --data . --strategy s --cash 1e3         | '1e3' is not a decimal number
            backtest --data . --strategy s --fee-rate 1.5     | --fee-rate takes a number from 0 to 1; found '1.5'.
            backtest --data . --strategy s --latency -1       | --latency takes milliseconds from 0; found -1.
            backtest --data . --strategy s --param shares     | --param takes NAME=VALUE, such as --param shares=20; found 'shares'.
            backtest --data . --strategy s --param a=1 --param a=2 | --param a is given twice.
            backtest --data . --strategy s --limit maxPosition     | --limit takes KEY=VALUE, such as --limit maxOrderNotional=50; found 'maxPosition'.
            backtest --data . --strategy s --limit maxPosition=1 --limit maxPosition=2 | --limit maxPosition is given twice.
            backtest --data . --strategy s --limit maxpositon=1    | there is no limit 'maxpositon'. Did you mean 'maxPosition'?
            backtest --data . --strategy s --limit maxPosition=x   | --limit maxPosition: found 'x', allowed quantity
            backtest --data . --strategy s --sizing kelly          | --sizing: found 'kelly', allowed are fixed-shares
            backtest --data . --strategy s --sizing fixed-shares,20 | --sizing: found '20', allowed is KEY=VALUE
            backtest --data . --strategy s --sizing fixed-shares,cap=1 | --sizing: cap
            backtest --data . --strategy s --sizing fixed-shares,shares=1,shares=2 | --sizing: shares is given twice
            backtest --data . --strategy s --log-file /no/where/x  | --log-file needs a file in a folder that exists
            """)
    void badInputIsOneMessageAndExitCodeTwo(String line, String message) {
        int exitCode = run(line.trim().split(" +"));

        assertThat(exitCode).isEqualTo(2);
        assertThat(captured.err()).startsWith("ploy: ").contains(message.trim()).doesNotContain("\tat ", "    at ");
        assertThat(captured.err().lines()).hasSize(1);
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void whatIsAskedReachesTheBacktest() {
        int exitCode = run(
                "backtest",
                "--data",
                recording.toString(),
                folder.toString(),
                "--strategy",
                "dump-hedge",
                "--param",
                "shares=50",
                "--param",
                "label=a=b",
                "--seed",
                "9",
                "--cash",
                "250.50",
                "--fee-rate",
                "0.02",
                "--fill-model",
                "Optimistic",
                "--latency",
                "75",
                "--risk",
                "standard",
                "--limit",
                "maxOrderNotional=33",
                "--limit",
                "maxDepthShare=none",
                "--sizing",
                "fractional-kelly,fraction=0.5,cap=0.1",
                "--plugins",
                folder.toString());

        assertThat(exitCode).isZero();
        BacktestRequest request = requests.get(0);
        assertThat(request.data()).containsExactly(recording, folder);
        assertThat(request.strategy()).isEqualTo("dump-hedge");
        assertThat(request.parameters()).isEqualTo(Map.of("shares", "50", "label", "a=b"));
        assertThat(request.seed()).isEqualTo(9);
        assertThat(request.cash()).hasToString("250.5");
        assertThat(request.feeRate()).isEqualTo("0.02");
        assertThat(request.fillModel()).isEqualTo(FillModelName.OPTIMISTIC);
        assertThat(request.latency()).contains(Duration.ofMillis(75));
        assertThat(request.plugins()).isEqualTo(folder);
        assertThat(request.riskLimits())
                .isEqualTo(RiskLimits.standard().toBuilder()
                        .set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(33))
                        .without(Limit.MAX_DEPTH_SHARE)
                        .build());
        assertThat(request.sizing()).contains(new FractionalKelly(Fraction.percent(50), Fraction.percent(10)));
    }

    @Test
    void defaultsAreThoseTheHelpNames() {
        run("backtest", "--data", recording.toString(), "--strategy", "s");

        BacktestRequest request = requests.get(0);
        assertThat(request.seed()).isEqualTo(1);
        assertThat(request.cash()).hasToString("1000");
        assertThat(request.feeRate()).isEqualTo("0.07");
        assertThat(request.fillModel()).isEqualTo(FillModelName.CONSERVATIVE);
        assertThat(request.latency()).isEmpty();
        assertThat(request.riskLimits()).isEqualTo(RiskLimits.conservative());
        assertThat(request.sizing()).isEmpty();
        assertThat(request.plugins()).isEqualTo(Path.of("default-plugins"));
    }

    @Test
    void jsonIsExactlyTheContentOfTheSummaryFile() throws IOException {
        Path out = folder.resolve("out");

        int exitCode =
                run("backtest", "--data", recording.toString(), "--strategy", "s", "--json", "--out", out.toString());

        assertThat(exitCode).isZero();
        assertThat(captured.out())
                .isEqualTo(SummaryJson.of(result))
                .isEqualTo(Files.readString(out.resolve("summary.json")));
        assertThat(ResultFiles.NAMES).allMatch(name -> Files.exists(out.resolve(name)));
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void withoutJsonAPersonReadsATable() {
        run(
                "backtest",
                "--data",
                recording.toString(),
                "--strategy",
                "s",
                "--out",
                folder.resolve("o").toString());

        assertThat(captured.out()).contains("Market ", "Total ", "Written   ", "report.html");
    }

    @Test
    void aMessageOfPloyIsBadInputWithoutATrace() {
        int exitCode = runWith(
                new PloyException("truncated.csv.gz ends in the middle of a row"),
                "backtest",
                "--data",
                recording.toString(),
                "--strategy",
                "s");

        assertThat(exitCode).isEqualTo(2);
        assertThat(captured.err())
                .isEqualTo("ploy: truncated.csv.gz ends in the middle of a row" + System.lineSeparator());
    }

    @Test
    void aBugIsExitCodeOneAndAsksForVerbose() {
        int exitCode = runWith(
                new IllegalStateException("boom"), "backtest", "--data", recording.toString(), "--strategy", "s");

        assertThat(exitCode).isEqualTo(1);
        assertThat(captured.err())
                .contains("Unexpected failure: java.lang.IllegalStateException: boom", "PLOY_VERBOSE=1");
        assertThat(captured.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(classes = {NoClassDefFoundError.class, StackOverflowError.class, OutOfMemoryError.class})
    void aPluginThatBreaksTheJvmsPatienceIsAFailureToo(Class<? extends Error> type) throws Exception {
        Error error = type.getConstructor().newInstance();
        Wiring wiring = new Wiring(
                from -> {
                    throw error;
                },
                (request, progress) -> result,
                demo,
                wireDemo,
                folder);

        assertThat(new CommandLineRunner(captured.console(), wiring).run("plugins"))
                .isEqualTo(1);
        assertThat(captured.err().lines()).hasSize(1);
    }

    @Test
    void verboseShowsWhereItHappened() {
        runWith(
                CommandFailure.badInput("no"),
                "backtest",
                "--data",
                recording.toString(),
                "--strategy",
                "s",
                "--verbose");

        assertThat(captured.err()).contains("ploy: no", "    at io.ploy.host");
    }

    @Test
    void aLogFileIsWrittenWhenAsked() {
        Path log = folder.resolve("ploy.log");

        run("backtest", "--data", recording.toString(), "--strategy", "s", "--log-file", log.toString());

        assertThat(log).content().contains("INFO", "a backtest was asked for");
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void whatIsAskedReachesTheDemo() {
        captured = CapturedConsole.inAHurry();

        int exitCode = run(
                "demo",
                "--seconds",
                "1",
                "--seed",
                "5",
                "--speed",
                "3600",
                "--strategy",
                "other",
                "--param",
                "a=1",
                "--journal",
                folder.toString());

        assertThat(exitCode).isZero();
        DemoRequest request = demo.request();
        assertThat(request.length()).isEqualTo(Duration.ofSeconds(1));
        assertThat(request.seed()).isEqualTo(5);
        assertThat(request.marketLength()).isEqualTo(Duration.ofHours(1));
        assertThat(request.strategy()).isEqualTo("other");
        assertThat(request.parameters()).isEqualTo(Map.of("a", "1"));
        assertThat(request.journal()).contains(folder);
        assertThat(request.plugins()).isEqualTo(Path.of("default-plugins"));
    }

    @Test
    void pluginsAreListedWithParametersTypesDefaultsAndRanges() {
        int exitCode = run("plugins");

        assertThat(exitCode).as("one was refused").isEqualTo(2);
        assertThat(captured.out())
                .contains("examples 0.1.0", "[0.1,0.2)", "dump-hedge", "Buys both sides")
                .containsPattern("shares +quantity +20 +1 to 500 +shares\\R +How many to buy")
                .contains("recording format btc15m-l5")
                .contains("refused", "old.jar", "built for API [0.3,0.4)");
        assertThat(captured.out())
                .contains(
                        "venue connector polymarket: Trades on Polymarket.",
                        "callDeadline",
                        "For each account",
                        "funder");
    }

    @Test
    void pluginsAsJson() throws IOException {
        run("plugins", "--json");

        JsonNode json = new ObjectMapper().readTree(captured.out());
        assertThat(json.at("/plugins/0/strategies/0/parameters/0/default").asText())
                .isEqualTo("20");
        assertThat(json.at("/plugins/0/strategies/0/parameters/0/maximum").asText())
                .isEqualTo("500");
        assertThat(json.at("/plugins/0/connectors/0/name").asText()).isEqualTo("polymarket");
        assertThat(json.at("/plugins/0/connectors/0/parameters/0/name").asText())
                .isEqualTo("callDeadline");
        assertThat(json.at("/plugins/0/connectors/0/accountParameters/0/name").asText())
                .isEqualTo("funder");
        assertThat(json.at("/refused/0/reason").asText()).contains("built for API");
    }

    private int run(String... arguments) {
        return runner(null).run(arguments);
    }

    private int runWith(RuntimeException failure, String... arguments) {
        return runner(failure).run(arguments);
    }

    private CommandLineRunner runner(RuntimeException failure) {
        InstalledPlugins plugins = new InstalledPlugins(
                Path.of("plugins"),
                List.of(new Installed(
                        new PluginInfo("examples", "0.1.0", ApiRange.parse("[0.1,0.2)")),
                        Path.of("plugins/examples"),
                        List.of(new OfferedStrategy(
                                "dump-hedge",
                                "Buys both sides after a fall.",
                                List.of(Parameter.quantity("shares", "20")
                                        .between("1", "500")
                                        .help("How many to buy.")))),
                        List.of(new OfferedConnector(
                                "polymarket",
                                "Trades on Polymarket.",
                                List.of(Parameter.duration("callDeadline", "5").help("How long a request may take.")),
                                List.of(Parameter.text("funder", "").help("Who holds the money.")))),
                        List.of("recording format btc15m-l5"))),
                List.of(new Refused(Path.of("plugins/old.jar"), "built for API [0.3,0.4), this is 0.1")));
        Wiring wiring = new Wiring(
                from -> plugins,
                (request, progress) -> {
                    requests.add(request);
                    LoggerFactory.getLogger("test").info("a backtest was asked for");
                    if (failure != null) {
                        throw failure;
                    }
                    return result;
                },
                demo,
                wireDemo,
                Path.of("default-plugins"));
        return new CommandLineRunner(captured.console(), wiring);
    }
}
