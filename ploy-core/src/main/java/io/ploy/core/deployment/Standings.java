package io.ploy.core.deployment;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the deployments of a run stand by what its register said when it was last looked at.
 *
 * <p><b>Threading.</b> Not thread-safe: every thread that asks has its own.
 */
public final class Standings {
    private final Deployments deployments;
    private final Map<String, Standing> standings = new TreeMap<>();
    private RegisterSnapshot snapshot;

    Standings(Deployments deployments) {
        this.deployments = deployments;
        snapshot = deployments.register().get();
        deployments.strategies().forEach((name, deployed) -> standings.put(name, new Standing(this, deployed)));
    }

    /**
     * Looks at the register's newest snapshot. Until the next look all answers are by that one, so that questions about one
     * order contradict each other in nothing. Allocates nothing.
     */
    public void look() {
        snapshot = deployments.register().get();
    }

    /** What was seen when it was last looked. */
    public RegisterSnapshot snapshot() {
        return snapshot;
    }

    /**
     * How a strategy stands.
     *
     * @param name under which it runs
     * @return always the same, or null if it names no deployment
     */
    public @Nullable Standing of(String name) {
        return standings.get(name);
    }

    /** How each strategy stands, by name. */
    public Map<String, Standing> all() {
        return Map.copyOf(standings);
    }

    Deployments deployments() {
        return deployments;
    }
}
