package io.ploy.core.risk;

import io.ploy.core.allocation.AllocationPlan;
import io.ploy.core.breaker.BreakerSettings;
import io.ploy.core.deployment.Deployments;
import io.ploy.core.portfolio.MarketScopes;
import io.ploy.core.sizing.SizingPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be risked, how large orders are, how capital is divided, how markets are sorted for what is wider than one, and
 * what stops trading.
 * Immutable and thread-safe as far as its scopes are.
 *
 * @param limits the limits
 * @param scopes sorts markets into domains and groups
 * @param sizing how large the purchases of a strategy are, by its name; those of others are as large as they ask for, and
 *     refused if they leave it open
 * @param allocation how much of the equity each domain and each strategy may use
 * @param breakers what trips them
 * @param deployments for what the strategies trade; null where nothing is asked to be proved, as in a backtest
 */
public record RiskSettings(
        RiskLimits limits,
        MarketScopes scopes,
        Map<String, SizingPolicy> sizing,
        AllocationPlan allocation,
        BreakerSettings breakers,
        @Nullable Deployments deployments) {
    /** The conservative profile, the usual domains, plan and breakers, and no sizing. */
    public static final RiskSettings USUAL = new RiskSettings(
            RiskLimits.conservative(), Domains.USUAL, Map.of(), AllocationPlan.DEFAULT, BreakerSettings.DEFAULT, null);

    /** Copies the map. */
    public RiskSettings {
        sizing = Map.copyOf(sizing);
    }

    /**
     * The same with other limits.
     *
     * @param others the limits
     * @return changed settings
     */
    public RiskSettings withLimits(RiskLimits others) {
        return new RiskSettings(others, scopes, sizing, allocation, breakers, deployments);
    }

    /**
     * The same with markets sorted otherwise.
     *
     * @param others the scopes
     * @return changed settings
     */
    public RiskSettings withScopes(MarketScopes others) {
        return new RiskSettings(limits, others, sizing, allocation, breakers, deployments);
    }

    /**
     * The same with other sizes.
     *
     * @param others the policies by strategy
     * @return changed settings
     */
    public RiskSettings withSizing(Map<String, SizingPolicy> others) {
        return new RiskSettings(limits, scopes, others, allocation, breakers, deployments);
    }

    /**
     * The same with capital divided otherwise.
     *
     * @param other the plan
     * @return changed settings
     */
    public RiskSettings withAllocation(AllocationPlan other) {
        return new RiskSettings(limits, scopes, sizing, other, breakers, deployments);
    }

    /**
     * The same with other breakers.
     *
     * @param others what trips them
     * @return changed settings
     */
    public RiskSettings withBreakers(BreakerSettings others) {
        return new RiskSettings(limits, scopes, sizing, allocation, others, deployments);
    }

    /**
     * The same where strategies add risk only as their deployments and evidence allow.
     *
     * @param others for what each trades
     * @return changed settings
     */
    public RiskSettings withDeployments(Deployments others) {
        return new RiskSettings(limits, scopes, sizing, allocation, breakers, others);
    }
}
