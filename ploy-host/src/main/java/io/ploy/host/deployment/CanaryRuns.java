package io.ploy.host.deployment;

import io.ploy.api.venue.VenueMoney;
import io.ploy.core.deployment.Build;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.EngineVersion;
import io.ploy.core.deployment.RegisterSnapshot;
import io.ploy.core.persistence.RunFacts;
import io.ploy.core.track.TrackedRun;
import io.ploy.host.console.CommandFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs of a journal that can be a canary's record: with real money, and of exactly what the deployment was written down
 * with.
 */
final class CanaryRuns {
    private static final String NO_RELEASE = "0.0-development";

    private final String journal;
    private final String strategy;
    private final List<TrackedRun> all;

    /**
     * Looks at every run.
     *
     * @param journal where it is, for people
     * @param strategy the name under which it runs
     * @param all the journal's runs
     */
    CanaryRuns(String journal, String strategy, List<TrackedRun> all) {
        this.journal = journal;
        this.strategy = strategy;
        this.all = all;
    }

    /** The deployment for which the newest run of the strategy traded. */
    Deployment deployment(RegisterSnapshot register) {
        TrackedRun last = all.stream()
                .filter(run -> run.trader(strategy).isPresent())
                .reduce((first, second) -> second)
                .orElseThrow(this::noRun);
        String id = last.trader(strategy).orElseThrow().deployment();
        if (id.isEmpty()) {
            throw bad("Run " + last.epoch() + " of " + journal + " traded " + strategy
                    + " for no deployment, since nothing was asked to prove what it does; that is no canary.");
        }
        return register.deployment(new DeploymentId(id))
                .orElseThrow(() -> bad("Run " + last.epoch() + " of " + journal + " traded for deployment " + id
                        + ", which is not in " + register.source() + "."));
    }

    private CommandFailure noRun() {
        List<String> names = all.stream()
                .flatMap(run -> run.facts().stream())
                .flatMap(facts -> facts.traders().stream())
                .map(RunFacts.Trader::name)
                .distinct()
                .toList();
        return bad(
                names.isEmpty()
                        ? journal
                                + " does not say what its runs traded with and against: they are of an older version of"
                                + " Ploy, or not of 'ploy run'."
                        : "No run of " + journal + " has a strategy " + strategy + "; there are "
                                + String.join(", ", names) + ".");
    }

    /**
     * Those of the strategy within a period, each checked.
     *
     * @throws CommandFailure if one of them is no canary of the deployment
     */
    List<TrackedRun> within(Period period, Deployment deployment) {
        List<TrackedRun> runs = new ArrayList<>();
        for (TrackedRun run : all) {
            if (run.within(period.from(), period.to()).compareTo(Duration.ZERO) > 0 && isOfStrategy(run)) {
                check(run, deployment);
                runs.add(run);
            }
        }
        if (runs.isEmpty()) {
            throw bad("No run of " + journal + " traded " + strategy + " between " + period.from() + " and "
                    + period.to() + ", when " + deployment.id() + " was a canary.");
        }
        return runs;
    }

    private boolean isOfStrategy(TrackedRun run) {
        if (run.facts().isEmpty()) {
            throw bad("Run " + run.epoch() + " of " + journal
                    + " does not say what it traded with and against; leave it out with --from or --to.");
        }
        return run.trader(strategy).isPresent();
    }

    private void check(TrackedRun run, Deployment deployment) {
        RunFacts facts = run.facts().orElseThrow();
        RunFacts.Trader trader = run.trader(strategy).orElseThrow();
        String which = "Run " + run.epoch() + " of " + journal;
        if (facts.money() != VenueMoney.REAL) {
            throw bad(which + " traded at "
                    + (facts.money() == VenueMoney.SIMULATED ? "a simulated venue" : "a venue that may not be real")
                    + " (" + facts.venue() + "); a canary trades with real money.");
        }
        if (!trader.deployment().equals(deployment.id().name())) {
            throw bad(which + " traded " + strategy + " for "
                    + (trader.deployment().isEmpty() ? "no deployment" : "deployment " + trader.deployment())
                    + ", not for " + deployment.id() + "; leave it out with --from or --to.");
        }
        same(
                which,
                deployment,
                "plugin",
                trader.artifactSha256(),
                deployment.artifact().sha256());
        same(which, deployment, "parameters or sizing", trader.parametersSha256(), deployment.parametersSha256());
    }

    private static void same(String which, Deployment deployment, String what, String ran, String written) {
        if (!ran.equals(written)) {
            throw bad(which + " ran with another " + what + " than deployment " + deployment.id()
                    + " was written down with: SHA-256 " + ran + " instead of " + written + ".");
        }
    }

    /** What ran, which is the same in all of them. */
    static Build build(List<TrackedRun> runs, Deployment deployment) {
        EngineVersion engine = engine(runs.get(runs.size() - 1));
        for (TrackedRun run : runs) {
            if (!engine(run).line().equals(engine.line())) {
                throw bad("Run " + run.epoch() + " was one of Ploy " + engine(run) + ", the last one of " + engine
                        + "; leave it out with --from.");
            }
        }
        return deployment.build(engine);
    }

    private static EngineVersion engine(TrackedRun run) {
        try {
            return new EngineVersion(run.version());
        } catch (IllegalArgumentException e) {
            return new EngineVersion(NO_RELEASE);
        }
    }

    private static CommandFailure bad(String message) {
        return CommandFailure.badInput(message);
    }
}
