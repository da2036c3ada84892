package io.ploy.host;

import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.deployment.Actor;
import io.ploy.core.deployment.DataHash;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.DeploymentRegister;
import io.ploy.core.deployment.EvidenceFiling;
import io.ploy.host.backtest.BacktestRequest;
import io.ploy.host.backtest.FillModelName;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.deployment.BacktestEvidence;
import io.ploy.host.deployment.FittingData;
import io.ploy.host.deployment.InstalledBuild;
import io.ploy.host.report.ResultFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Makes evidence of a backtest. */
final class BacktestFiling {
    private final Target target;
    private final BacktestRequest request;
    private final FittingData fitting;
    private final Path out;
    private final Clock clock;

    BacktestFiling(Target target, BacktestRequest request, FittingData fitting, Path out, Clock clock) {
        this.target = target;
        this.request = request;
        this.fitting = fitting;
        this.out = out;
        this.clock = clock;
    }

    /** What the backtest has to be so that it proves something. */
    BacktestRequest base() {
        return request.with(FillModelName.BASE, BacktestEvidence.LATENCY);
    }

    /** Evidence for something else than the deployment would be of no use to it. */
    void requireItsBuild() {
        Deployment deployment = target.deployment;
        if (!deployment.strategy().equals(request.strategy())) {
            throw CommandFailure.badInput("Deployment " + deployment.id() + " is one of " + deployment.strategy()
                    + ", not of " + request.strategy() + ".");
        }
        InstalledBuild installed =
                InstalledBuild.of(request.plugins(), request.strategy(), request.parameters(), request.sizingOrNull());
        require("plugin", deployment.artifact().sha256(), installed.artifact().sha256());
        require("parameters or the sizing", deployment.parametersSha256(), installed.parametersSha256());
    }

    private void require(String what, String written, String installed) {
        if (!written.equals(installed)) {
            throw CommandFailure.badInput("The " + what + " of this backtest and of deployment "
                    + target.deployment.id() + " are not the same: SHA-256 " + installed + " instead of " + written
                    + ". Test what the deployment was written down with, or create another deployment of this.");
        }
    }

    /**
     * Tests once more with the conservative fill model and files the evidence.
     *
     * @param result of {@link #base()}, whose files are written
     * @param backtests runs a backtest
     * @return what to tell a person
     */
    List<String> end(BacktestResult result, Function<BacktestRequest, BacktestResult> backtests) {
        BacktestResult pessimistic =
                backtests.apply(request.with(FillModelName.CONSERVATIVE, BacktestEvidence.LATENCY));
        Path folder = out.resolve("conservative");
        ResultFiles.prepare(folder);
        ResultFiles.write(pessimistic, folder);
        // A jar that was replaced meanwhile is not what was tested.
        requireItsBuild();
        EvidenceFiling filing = new BacktestEvidence(result, pessimistic, fitting, request.profile())
                .filing(target.deployment.build(VersionText.engine()), reportHash(), clock.instant(), target.by.name());
        return FiledText.of(
                target.register.file(filing.evidence(), filing.findings(), target.by, target.reason),
                target.deployment.id(),
                target.register);
    }

    private String reportHash() {
        try {
            return DataHash.read(out.resolve("summary.json")).sha256();
        } catch (IOException e) {
            throw CommandFailure.failed("Cannot read the report that was just written into " + out + ": " + e + ".", e);
        }
    }

    /**
     * Where evidence goes.
     *
     * @param register the register
     * @param deployment what it is for
     * @param by who files it
     * @param reason why
     */
    record Target(DeploymentRegister register, Deployment deployment, Actor by, String reason) {}
}
