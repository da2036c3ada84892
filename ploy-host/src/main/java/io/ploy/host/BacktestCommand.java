package io.ploy.host;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.host.backtest.BacktestRequest;
import io.ploy.host.backtest.FillModelName;
import io.ploy.host.backtest.ProgressDisplay;
import io.ploy.host.backtest.RiskProfile;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.report.ResultFiles;
import io.ploy.host.report.SummaryJson;
import io.ploy.host.report.TextSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ploy backtest}. */
@Command(
        name = "backtest",
        header = "Run a strategy on recorded markets and see what it would have earned.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nReads recordings, plays them to the strategy through the real engine, and fills its orders by a model of the"
                    + " venue: latency, queue position, fees, settlement. What is assumed is listed in the result. The"
                    + " same data, parameters and seed give the same result, byte for byte."
        },
        footer = {
            "%nWith --out it writes summary.json, orders.csv, fills.csv, equity.csv and report.html, a page with plots that"
                    + " needs no network. docs/backtest-summary.md describes every key and column.",
            "%nWith --evidence it files what was found as evidence for a deployment: the base fill model with 250 ms, and a second"
                    + " run with the conservative one, whose files go to DIR/conservative. docs/deployments.md tells when it"
                    + " passes.",
            "%nExamples:",
            "  ploy backtest --data recordings/ --strategy dump-hedge",
            "  ploy backtest --data a.csv.gz b.csv.gz --strategy dump-hedge \\",
            "      --param shares=50 --param targetBase=0.02 --out results/",
            "  ploy backtest --data recordings/ --strategy dump-hedge --json | jq .totals",
            "  ploy backtest --data recordings/ --strategy dump-hedge --out results/ \\",
            "      --evidence register.jsonl --deployment dump-15m --by anna --fitted-until 2026-01-05",
            "%nExit codes: 0 done, 1 failed, 2 bad input: unknown strategy or parameter, a value out of range, a recording"
                    + " or plugin that cannot be used; 5 the register of evidence is damaged."
        })
final class BacktestCommand implements Callable<Integer> {
    private final Console console;
    private final Wiring wiring;
    private final Clock clock;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "Recordings, or folders of them (not searched deeper).")
    private List<Path> data = List.of();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            required = true,
            description = "Which strategy trades. 'ploy plugins' lists them.")
    private String strategy = "";

    @Mixin
    private final StrategyOptions parameters = new StrategyOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Write the result's files here. Default: write none.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the content of summary.json and nothing else.")
    private boolean json;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the simulation's random parts. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--cash",
            paramLabel = "USD",
            defaultValue = "1000",
            description = "What the account begins with. Default: ${DEFAULT-VALUE}.")
    private String cash = "";

    @Option(
            names = "--fee-rate",
            paramLabel = "R",
            defaultValue = "0.07",
            description =
                    "Taker fee rate of markets whose recording names none, 0 to 1: fee = shares × R × p × (1 − p)."
                            + " Default: ${DEFAULT-VALUE}.")
    private String feeRate = "";

    @Option(
            names = "--fill-model",
            paramLabel = "MODEL",
            defaultValue = "conservative",
            description = "How much to believe in the strategy's own orders: conservative, base or optimistic."
                    + " Default: ${DEFAULT-VALUE}.")
    private FillModelName fillModel = FillModelName.CONSERVATIVE;

    @Option(
            names = "--risk",
            paramLabel = "PROFILE",
            defaultValue = "conservative",
            description =
                    "How much may be risked: conservative (50 USD in a market, 500 in the account) or standard (five"
                            + " times that). Default: ${DEFAULT-VALUE}.")
    private RiskProfile risk = RiskProfile.CONSERVATIVE;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            description = "Milliseconds from a decision to the venue. Default: the fill model's own.")
    private @Nullable Integer latencyMillis;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Where the plugins are. Default: the folder 'plugins' of this installation.")
    private @Nullable Path plugins;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    @Mixin
    private final RiskOptions limits = new RiskOptions();

    @Mixin
    private final FilingOptions filing = new FilingOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    BacktestCommand(Console console, Wiring wiring, Clock clock) {
        this.console = console;
        this.wiring = wiring;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        BacktestRequest asked = request();
        Optional<BacktestFiling> evidence =
                filing.begin(asked, out, isGiven("--fill-model") || isGiven("--latency"), clock);
        BacktestRequest request = evidence.map(BacktestFiling::base).orElse(asked);
        if (out != null) {
            ResultFiles.prepare(out);
        }
        BacktestResult result = run(request);
        if (out != null) {
            ResultFiles.write(result, out);
        }
        if (json) {
            console.out().print(SummaryJson.of(result));
        } else {
            TextSummary.lines(result, console.outStyle()).forEach(console.out()::println);
            if (out != null) {
                console.out()
                        .println("Written   " + out.resolve("report.html") + " and "
                                + String.join(", ", ResultFiles.NAMES.subList(0, ResultFiles.NAMES.size() - 1)));
            }
        }
        evidence.ifPresent(
                each -> each.end(result, this::run).forEach((json ? console.err() : console.out())::println));
        return ExitCode.OK;
    }

    private BacktestResult run(BacktestRequest request) {
        try (ProgressDisplay progress = ProgressDisplay.on(console, quiet)) {
            return wiring.backtests().run(request, progress);
        }
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private BacktestRequest request() {
        for (Path path : data) {
            if (!Files.isReadable(path)) {
                throw CommandFailure.badInput(
                        (Files.exists(path) ? "Cannot read " : "There is no ") + path + " (from --data).");
            }
        }
        if (latencyMillis != null && latencyMillis < 0) {
            throw CommandFailure.badInput("--latency takes milliseconds from 0; found " + latencyMillis + ".");
        }
        BacktestRequest request = new BacktestRequest(
                data,
                strategy,
                parameters.parameters(),
                plugins == null ? wiring.pluginsFolder() : plugins,
                seed,
                cash(),
                feeRate(),
                fillModel,
                risk,
                limits.limits(),
                limits.sizing(),
                latencyMillis == null ? null : Duration.ofMillis(latencyMillis));
        // A limit that is wrong is told before the recordings are read.
        request.riskLimits();
        return request;
    }

    private Cash cash() {
        try {
            Cash amount = Cash.parse(cash);
            if (amount.micros() > 0) {
                return amount;
            }
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(
                    "--cash takes an amount in USD, such as 1000 or 250.50; " + e.getMessage() + ".", e);
        }
        throw CommandFailure.badInput("--cash takes an amount in USD above 0; found '" + cash + "'.");
    }

    private String feeRate() {
        try {
            long micros = FixedPoint.parse(feeRate);
            if (micros >= 0 && micros <= FixedPoint.ONE) {
                return feeRate;
            }
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput("--fee-rate takes a number from 0 to 1; " + e.getMessage() + ".", e);
        }
        throw CommandFailure.badInput("--fee-rate takes a number from 0 to 1; found '" + feeRate + "'.");
    }
}
