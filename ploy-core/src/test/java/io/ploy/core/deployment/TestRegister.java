package io.ploy.core.deployment;

import io.ploy.api.order.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A register in memory for tests of those who ask it, with one strategy that names the deployment {@code own}. */
public final class TestRegister {
    public static final DeploymentId OWN = new DeploymentId("own");
    public static final Build BUILD = Facts.BUILD;

    private final String strategy;
    private final String domain;
    private final List<RegisterEntry> entries = new ArrayList<>();
    private Build running = BUILD;
    private @Nullable String fault;
    private RegisterSnapshot snapshot = RegisterSnapshot.empty("register.jsonl");

    public TestRegister(String strategy, String domain) {
        this.strategy = strategy;
        this.domain = domain;
    }

    /** Writes a deployment down and takes it to a stage. */
    public TestRegister deploy(DeploymentId id, String markets, @Nullable Duration window, Stage stage) {
        entries.add(Facts.created(new Deployment(
                id,
                new Artifact("examples", "1.2", Facts.JAR),
                strategy,
                Facts.PARAMETERS,
                Facts.ACCOUNT,
                domain,
                MarketSelector.parse(markets),
                window,
                Stage.DRAFT,
                "anna",
                Facts.NOON)));
        boolean isAside = stage == Stage.SUSPENDED || stage == Stage.RETIRED;
        entries.addAll(List.of(Facts.promotedTo(id, isAside ? Stage.LIVE : stage)));
        if (isAside) {
            move(id, Stage.LIVE, stage);
        }
        return publish();
    }

    public TestRegister move(DeploymentId id, Stage from, Stage to) {
        entries.add(new RegisterEntry.StageChanged(id, from, to));
        return publish();
    }

    /** Files evidence of eight days that end when it is filed. */
    public TestRegister file(EvidenceKind kind, Build build, Verdict verdict, Instant at) {
        entries.add(Facts.filed(Facts.evidence(kind, build, verdict, at.minus(Duration.ofDays(8)), at, at)));
        return publish();
    }

    /** Files one of each kind that passes. */
    public TestRegister proven(Instant at) {
        for (EvidenceKind kind : EvidenceKind.values()) {
            file(kind, BUILD, Verdict.PASS, at);
        }
        return this;
    }

    /** Somebody changed it. */
    public void distrust(String why) {
        fault = why;
        publish();
    }

    /** Something else runs than what was written down. */
    public TestRegister running(Build build) {
        running = build;
        return this;
    }

    private TestRegister publish() {
        snapshot = fault == null
                ? Facts.register(entries.toArray(RegisterEntry[]::new))
                : RegisterSnapshot.untrusted("register.jsonl", fault);
        return this;
    }

    /** For a run of the one strategy with account {@code main}. */
    public Deployments deployments() {
        return new Deployments(
                new AccountId("main"),
                () -> snapshot,
                EvidenceRules.DEFAULT,
                Map.of(strategy, new Deployments.Deployed(OWN, strategy, running)));
    }
}
