package io.ploy.host;

import io.ploy.core.deployment.Actor;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.DeploymentRegister;
import io.ploy.core.deployment.RegisterSnapshot;
import io.ploy.host.backtest.BacktestRequest;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.deployment.FittingData;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how a backtest becomes evidence. */
final class FilingOptions {
    @Option(
            names = "--evidence",
            paramLabel = "REGISTER",
            description = "File the result in this register, as evidence for --deployment. Needs --by and --out.")
    private @Nullable Path register;

    @Option(names = "--deployment", paramLabel = "ID", description = "With --evidence: what it is evidence for.")
    private @Nullable String deployment;

    @Option(names = "--by", paramLabel = "NAME", description = "With --evidence: the person who files it.")
    private @Nullable String by;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "a backtest",
            description = "With --evidence: why, for the record. Default: ${DEFAULT-VALUE}.")
    private String reason = "";

    @Option(
            names = "--fitted-until",
            paramLabel = "TIME",
            description =
                    "With --evidence: until when data were looked at to choose the parameters, in UTC, or never. What"
                            + " comes later is out of sample. Default: not known, which makes the verdict a warning at best.")
    private @Nullable String fittedUntil;

    /** Checks everything that can be checked before the work; absent if no evidence is asked for. */
    Optional<BacktestFiling> begin(BacktestRequest request, @Nullable Path out, boolean otherModelGiven, Clock clock) {
        if (register == null) {
            if (deployment != null || by != null || fittedUntil != null) {
                throw CommandFailure.badInput("--deployment, --by and --fitted-until need --evidence REGISTER.");
            }
            return Optional.empty();
        }
        if (deployment == null || by == null || out == null) {
            throw CommandFailure.badInput(
                    "--evidence needs --deployment ID, --by NAME and --out DIR, which keeps the report"
                            + " that the evidence names.");
        }
        if (otherModelGiven) {
            throw CommandFailure.badInput("--evidence is made with the base and the conservative fill model and 250 ms;"
                    + " leave --fill-model and --latency out.");
        }
        if (!request.limits().isEmpty()) {
            throw CommandFailure.badInput(
                    "--evidence is made with the limits of a profile; leave --limit out, and choose with --risk.");
        }
        Actor person = ActorOptions.person(by);
        FittingData fitting = FittingData.parse(fittedUntil);
        DeploymentRegister file = RegisterOptions.existing(register, clock);
        BacktestFiling filing = new BacktestFiling(
                new BacktestFiling.Target(file, find(file, deployment), person, ActorOptions.checkedReason(reason)),
                request,
                fitting,
                out,
                clock);
        filing.requireItsBuild();
        return Optional.of(filing);
    }

    private static Deployment find(DeploymentRegister file, String id) {
        RegisterSnapshot snapshot = RegisterOptions.believed(file.read());
        return snapshot.deployment(Words.read("--deployment", () -> new DeploymentId(id)))
                .orElseThrow(() -> CommandFailure.badInput("There is no deployment " + id + " in " + snapshot.source()
                        + ". 'ploy deployments list " + snapshot.source() + "' shows them."));
    }
}
