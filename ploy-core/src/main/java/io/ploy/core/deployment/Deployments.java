package io.ploy.core.deployment;

import io.ploy.api.order.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * For which deployments the strategies of a run trade, and where what is on record about them is found. Immutable.
 *
 * @param account the account that trades
 * @param register answers the newest of the register at once, from any thread, such as {@link RegisterWatch#snapshot}
 * @param rules how fresh evidence has to be
 * @param strategies by the names under which they run; a strategy that is not among them adds no risk
 */
public record Deployments(
        AccountId account, Supplier<RegisterSnapshot> register, EvidenceRules rules, Map<String, Deployed> strategies) {
    /** Copies the map. */
    public Deployments {
        strategies = Map.copyOf(strategies);
    }

    /**
     * What one strategy of a run really is.
     *
     * @param id the deployment that its orders name
     * @param strategy its name in the plugin
     * @param running its artifact and parameters, as loaded
     */
    public record Deployed(DeploymentId id, String strategy, Build running) {}

    /** How every strategy stands, for one thread. */
    public Standings standings() {
        return new Standings(this);
    }

    /**
     * What a strategy trades for.
     *
     * @param name under which it runs
     * @return absent if it names no deployment
     */
    public Optional<Deployed> of(String name) {
        return Optional.ofNullable(strategies.get(name));
    }
}
