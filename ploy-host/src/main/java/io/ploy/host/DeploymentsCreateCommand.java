package io.ploy.host;

import io.ploy.api.order.AccountId;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.deployment.Actor;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.DeploymentRegister;
import io.ploy.core.deployment.MarketSelector;
import io.ploy.core.deployment.Stage;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.deployment.InstalledBuild;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ploy deployments create}. */
@Command(
        name = "create",
        header = "Write a deployment down, as a draft.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nTakes the installed plugin that has the strategy, to the byte, the parameters and the sizing: they are checked"
                    + " now, and evidence counts for exactly them. Another jar, parameter or sizing is another deployment;"
                    + " only parameters that the strategy declares evidence-neutral may change."
        },
        footer = {
            "%nExamples:",
            "  ploy deployments create register.jsonl dump-15m --strategy dump-hedge --account main \\",
            "      --domain crypto --markets 'btc-updown-15m-*' --timeframe 15m \\",
            "      --param shares=50 --by anna --reason \"larger size\"",
            "%nExit codes: 0 done, 1 failed, 2 bad input, 5 the register is damaged."
        })
final class DeploymentsCreateCommand implements Callable<Integer> {
    private static final Parameter<Duration> TIMEFRAME =
            Parameter.duration("timeframe", "900").between("1", "31536000");

    private final Console console;
    private final Wiring wiring;
    private final Clock clock;

    @Mixin
    private final RegisterOptions register = new RegisterOptions();

    @Parameters(index = "1", paramLabel = "ID", description = "Names it: lower-case letters, digits and hyphens.")
    private String id = "";

    @Option(names = "--strategy", paramLabel = "NAME", required = true, description = "Which strategy.")
    private String strategy = "";

    @Mixin
    private final StrategyOptions parameters = new StrategyOptions();

    @Option(
            names = "--sizing",
            paramLabel = "POLICY",
            description =
                    "How large its purchases are, as 'ploy backtest --sizing' takes it and 'strategies.sizing' of a run"
                            + " says it. Default: as large as the strategy asks.")
    private @Nullable String sizing;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            required = true,
            description = "Whose money: the account's name in the configuration of the run.")
    private String account = "";

    @Option(
            names = "--domain",
            paramLabel = "NAME",
            required = true,
            description = "What the markets are about, such as crypto, sports, politics, economics or other.")
    private String domain = "";

    @Option(
            names = "--markets",
            paramLabel = "SLUGS",
            required = true,
            description = "Which markets, by slug, with commas between them; * stands for any letters.")
    private String markets = "";

    @Option(
            names = "--timeframe",
            paramLabel = "TIME",
            description = "Only markets whose windows are that long, such as 5m, 15m or 1h. Default: any market.")
    private @Nullable String timeframe;

    @Option(names = "--owner", paramLabel = "NAME", description = "Who answers for it. Default: who creates it.")
    private @Nullable String owner;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Where the plugins are. Default: the folder 'plugins' of this installation.")
    private @Nullable Path plugins;

    @Mixin
    private final ActorOptions actor = new ActorOptions();

    DeploymentsCreateCommand(Console console, Wiring wiring, Clock clock) {
        this.console = console;
        this.wiring = wiring;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Actor by = actor.actor();
        String reason = actor.reason();
        DeploymentRegister file = register.register(clock);
        InstalledBuild build = InstalledBuild.of(
                plugins == null ? wiring.pluginsFolder() : plugins,
                strategy,
                parameters.parameters(),
                RiskOptions.sizing(sizing));
        Duration window = timeframe == null ? null : TIMEFRAME.parse(timeframe);
        Deployment draft = Words.read(
                "A deployment cannot be written so",
                () -> new Deployment(
                        new DeploymentId(id),
                        build.artifact(),
                        strategy,
                        build.parametersSha256(),
                        new AccountId(account),
                        domain,
                        MarketSelector.parse(markets),
                        window,
                        Stage.DRAFT,
                        owner == null ? by.name() : owner,
                        clock.instant()));
        file.create(draft, by, reason);
        console.out()
                .println("Created   " + draft.id() + ", a draft of " + draft.strategy() + " from "
                        + draft.artifact().plugin() + " " + draft.artifact().version());
        console.out().println("Artifact  " + draft.artifact().sha256());
        console.out().println("Values    " + draft.parametersSha256());
        return ExitCode.OK;
    }
}
