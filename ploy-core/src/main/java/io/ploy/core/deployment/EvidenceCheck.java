package io.ploy.core.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the evidence of one deployment lets it add risk, asked for every order. The answer is kept until the register
 * changes or some evidence gets too old, so asking again allocates nothing.
 *
 * <p><b>Threading.</b> Not thread-safe: for the engine's thread.
 */
public final class EvidenceCheck {
    private final DeploymentId id;
    private final Build running;
    private final EvidenceRules rules;
    private @Nullable RegisterSnapshot seen;
    private EvidenceStatus status = new EvidenceStatus(EvidenceCode.MISSING, "", Instant.MAX, Instant.MIN);

    /**
     * For one deployment.
     *
     * @param id the deployment
     * @param running what really runs: hashes of the plugin as loaded and of the parameters as configured
     * @param rules how fresh evidence has to be
     */
    public EvidenceCheck(DeploymentId id, Build running, EvidenceRules rules) {
        this.id = id;
        this.running = running;
        this.rules = rules;
    }

    /**
     * Weighs the evidence. A stage that does not trade live needs none. Only for orders that add risk or hedge: reducing
     * is never a matter of evidence.
     *
     * @param snapshot the newest of the register
     * @param now the engine's time
     * @return the same instance as long as nothing changes
     */
    public EvidenceStatus check(RegisterSnapshot snapshot, Instant now) {
        if (snapshot != seen || !status.holdsAt(now)) {
            status = weigh(snapshot, now);
            seen = snapshot;
        }
        return status;
    }

    /**
     * What a deployment's next promotion would find. Nothing that ran out counts there.
     *
     * @param snapshot of the register
     * @param deployment one of it
     * @param next the stage it would enter
     * @param engine the version of Ploy that would trade
     * @param rules how fresh evidence has to be
     * @param now when it would be
     */
    public static EvidenceStatus forPromotion(
            RegisterSnapshot snapshot,
            Deployment deployment,
            Stage next,
            EngineVersion engine,
            EvidenceRules rules,
            Instant now) {
        return EvidenceJudge.forPromotion(snapshot, deployment, next, engine, rules)
                .at(now);
    }

    private EvidenceStatus weigh(RegisterSnapshot snapshot, Instant now) {
        Deployment deployment = snapshot.deploymentOrNull(id);
        if (deployment == null) {
            return new EvidenceStatus(
                    EvidenceCode.MISSING,
                    snapshot.fault()
                            .map(fault -> "the register cannot be believed: " + fault)
                            .orElseGet(() -> "there is no deployment " + id + " in " + snapshot.source()),
                    Instant.MIN,
                    Instant.MAX);
        }
        Build written = deployment.build(running.engine());
        if (deployment.stage().tradesLive() && !written.matches(running)) {
            return new EvidenceStatus(
                    EvidenceCode.MISMATCH,
                    "what runs is not what deployment " + id + " was written down with: " + written.difference(running)
                            + "; put the old build back, or make a new deployment of this one",
                    Instant.MIN,
                    Instant.MAX);
        }
        return EvidenceJudge.forOrders(snapshot, deployment, running, rules).at(now);
    }
}
