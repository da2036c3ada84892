package io.ploy.core.deployment;

import io.ploy.api.market.Market;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the deployment of one strategy stands. Answers that change nothing allocate nothing.
 *
 * <p><b>Threading.</b> As its {@link Standings}.
 */
public final class Standing {
    private final Standings standings;
    private final Deployments.Deployed deployed;
    private final DeploymentCheck deployment;
    private final EvidenceCheck evidence;

    Standing(Standings standings, Deployments.Deployed deployed) {
        this.standings = standings;
        this.deployed = deployed;
        Deployments run = standings.deployments();
        deployment = new DeploymentCheck(deployed.id(), deployed.strategy(), run.account());
        evidence = new EvidenceCheck(deployed.id(), deployed.running(), run.rules());
    }

    /** What it trades for, and with what. */
    public Deployments.Deployed deployed() {
        return deployed;
    }

    /**
     * The stage its deployment is in.
     *
     * @return null if there is no such deployment, or the register cannot be believed
     */
    public @Nullable Stage stage() {
        Deployment found = standings.snapshot().deploymentOrNull(deployed.id());
        return found == null ? null : found.stage();
    }

    /**
     * Whether it may add risk in a market.
     *
     * @param domains says what a market is about
     * @param market as last known
     */
    public DeploymentCode in(Function<Market, String> domains, Market market) {
        return deployment.check(standings.snapshot(), domains, market);
    }

    /** Says why not, in words; empty if it may. Allocates. */
    public String detail(Function<Market, String> domains, Market market) {
        return deployment.detail(standings.snapshot(), domains.apply(market), market);
    }

    /** Whether it may add risk in any market at all. */
    public DeploymentCode anywhere() {
        return deployment.anywhere(standings.snapshot());
    }

    /** Says why not, in words; empty if it may. Allocates. */
    public String detail() {
        return deployment.detail(standings.snapshot());
    }

    /**
     * What its evidence comes to.
     *
     * @param now the time at which it is asked
     */
    public EvidenceStatus evidence(Instant now) {
        return evidence.check(standings.snapshot(), now);
    }
}
