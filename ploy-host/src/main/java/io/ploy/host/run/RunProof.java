package io.ploy.host.run;

import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.VenueMoney;
import io.ploy.core.Ploy;
import io.ploy.core.deployment.Build;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.Deployments;
import io.ploy.core.deployment.Deployments.Deployed;
import io.ploy.core.deployment.EngineVersion;
import io.ploy.core.deployment.EvidenceRules;
import io.ploy.core.deployment.RegisterWatch;
import io.ploy.core.persistence.RunFacts;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.core.risk.RiskSettings;
import io.ploy.host.config.Proof;
import io.ploy.host.config.RunConfig;
import io.ploy.host.config.RunConfig.Plugged;
import io.ploy.host.deployment.InstalledBuild;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What lets the strategies of one run add risk: its register, or the word of a person. Not thread-safe, but what it gives the
 * engine is.
 */
final class RunProof {
    private final Proof proof;
    private final String account;
    private final @Nullable RegisterWatch watch;
    private final @Nullable Deployments deployments;
    private final @Nullable StandingAlerts standing;
    private final List<RunFacts.Trader> traders;

    private RunProof(
            Proof proof,
            String account,
            List<RunFacts.Trader> traders,
            @Nullable RegisterWatch watch,
            @Nullable Deployments deployments) {
        this.proof = proof;
        this.account = account;
        this.traders = traders;
        this.watch = watch;
        this.deployments = deployments;
        standing = deployments == null ? null : new StandingAlerts(deployments.standings());
    }

    /**
     * Reads the register, if there is one, and takes the hashes of what will run.
     *
     * @param config whose strategies are installed, with legal parameters
     * @param catalog the plugins, as loaded
     * @param engine the version of Ploy that runs
     */
    static RunProof of(RunConfig config, PluginCatalog catalog, EngineVersion engine) {
        String account = config.account().id().name();
        Map<String, InstalledBuild> builds = new LinkedHashMap<>();
        for (Plugged each : config.strategies()) {
            builds.put(
                    each.name(),
                    InstalledBuild.of(
                            catalog,
                            each.provider(),
                            each.parameters(),
                            config.risk().sizing().get(each.name())));
        }
        if (!(config.proof() instanceof Proof.Register register)) {
            return new RunProof(config.proof(), account, traders(config, builds, Map.of()), null, null);
        }
        Map<String, Deployed> strategies = new LinkedHashMap<>();
        for (Plugged each : config.strategies()) {
            DeploymentId id = register.deployments().get(each.name());
            InstalledBuild build = builds.get(each.name());
            if (id == null || build == null) {
                throw new IllegalStateException("the configuration lets strategy " + each.name() + " name nothing");
            }
            strategies.put(
                    each.name(),
                    new Deployed(
                            id,
                            each.provider(),
                            new Build(build.artifact().sha256(), build.parametersSha256(), engine)));
        }
        RegisterWatch watch = new RegisterWatch(register.file());
        return new RunProof(
                register,
                account,
                traders(config, builds, register.deployments()),
                watch,
                new Deployments(config.account().id(), watch::snapshot, EvidenceRules.DEFAULT, strategies));
    }

    private static List<RunFacts.Trader> traders(
            RunConfig config, Map<String, InstalledBuild> builds, Map<String, DeploymentId> deployments) {
        List<RunFacts.Trader> traders = new ArrayList<>();
        for (Plugged each : config.strategies()) {
            InstalledBuild build = Objects.requireNonNull(builds.get(each.name()));
            DeploymentId deployment = deployments.get(each.name());
            traders.add(new RunFacts.Trader(
                    each.name(),
                    each.provider(),
                    deployment == null ? "" : deployment.name(),
                    build.artifact().sha256(),
                    build.parametersSha256()));
        }
        return traders;
    }

    /** What the run's journal begins with, so that it can prove something later. */
    RunFacts facts(String venue, VenueMoney money) {
        return new RunFacts(venue, money, traders);
    }

    /** What may be risked, where each strategy first has to prove itself unless evidence is waived. */
    RiskSettings on(RiskSettings settings) {
        return deployments == null ? settings : settings.withDeployments(deployments);
    }

    /** Has it written down that nothing needs to be proved, if so. */
    void begin(Ploy ploy, Consumer<Alert> alerts, Instant now) {
        if (proof instanceof Proof.Waived waived) {
            ploy.operator().waiveEvidence(waived.by(), waived.why());
            alerts.accept(new Alert(AlertSeverity.CRITICAL, "evidence.waived", account, words(waived), now));
        }
    }

    private static String words(Proof.Waived waived) {
        return "Nothing was asked to prove what these strategies do, by " + waived.by() + ": " + waived.why()
                + ". Where money is real, stop and name a register.";
    }

    /** Reads the register again if it changed, and says what a person should know of it. */
    void look(Consumer<Alert> alerts, Instant now) {
        if (watch != null && standing != null) {
            watch.refresh();
            standing.look(now).forEach(alerts);
        }
    }

    /** What a run would find. */
    List<AccountCheck> check(Instant now) {
        if (proof instanceof Proof.Waived waived) {
            return List.of(new AccountCheck("evidence", AccountCheck.Verdict.WARNING, words(waived)));
        }
        return deployments == null ? List.of() : StandingChecks.of(deployments.standings(), now);
    }
}
