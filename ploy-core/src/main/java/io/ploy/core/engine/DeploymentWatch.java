package io.ploy.core.engine;

import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.core.deployment.DeploymentCode;
import io.ploy.core.deployment.Deployments;
import io.ploy.core.deployment.EvidenceStatus;
import io.ploy.core.deployment.Standing;
import io.ploy.core.deployment.Standings;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes what would add risk off the book once the deployment it trades for may not add any: demoted, expired for longer than
 * the grace, or gone. Engine thread only.
 */
final class DeploymentWatch {
    private final Standings standings;
    private final Map<String, Standing> strategies;
    private final Broadcast broadcast;
    /** Strategies that may not add risk, and the orders a cancel was sent for since then. */
    private final Map<String, Set<ClientOrderId>> stopped = new HashMap<>();

    private boolean begun;

    DeploymentWatch(Deployments deployments, Broadcast broadcast) {
        standings = deployments.standings();
        strategies = new TreeMap<>(standings.all());
        this.broadcast = broadcast;
    }

    /**
     * Looks at the register and at the time. An order on its way when its deployment was stopped is cancelled at a later look,
     * once the venue has it; each order once.
     *
     * @param increasing whether an order adds risk and can be cancelled now
     * @param means cancels
     */
    void look(Instant now, Predicate<Order> increasing, RiskDesk.Means means) {
        standings.look();
        for (Map.Entry<String, Standing> each : strategies.entrySet()) {
            String name = each.getKey();
            String why = why(each.getValue(), now);
            if (why == null) {
                stopped.remove(name);
                continue;
            }
            boolean isNew = !stopped.containsKey(name);
            Set<ClientOrderId> asked = stopped.computeIfAbsent(name, strategy -> new HashSet<>());
            means.cancel(order -> order.strategy().equals(name) && increasing.test(order) && asked.add(order.id()));
            if (isNew && (begun || !asked.isEmpty())) {
                tell(name, each.getValue(), why, asked.size());
            }
        }
        begun = true;
    }

    /** Why nothing that adds risk may stay open, or null if it may. */
    private static @Nullable String why(Standing standing, Instant now) {
        if (standing.anywhere() != DeploymentCode.OK) {
            return standing.detail();
        }
        EvidenceStatus evidence = standing.evidence(now);
        return evidence.code().allowsHedging() ? null : evidence.detail();
    }

    private void tell(String strategy, Standing standing, String why, int cancelled) {
        broadcast.alert(
                AlertSeverity.WARNING,
                "deployment.withdrawn",
                strategy,
                "Deployment " + standing.deployed().id() + " of strategy " + strategy + " may not add risk any more: "
                        + why + ". Open orders that add risk are being cancelled (" + cancelled
                        + "); those that reduce stay.");
    }
}
