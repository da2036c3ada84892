package io.ploy.core.risk;

import io.ploy.api.market.Market;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.core.deployment.DeploymentCode;
import io.ploy.core.deployment.Standing;
import io.ploy.core.deployment.Standings;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A strategy adds risk only where one deployment that trades live says it may. */
final class DeploymentGate implements Gate {
    private final @Nullable Standings standings;
    private final Function<Market, String> domains;

    DeploymentGate(@Nullable Standings standings, Function<Market, String> domains) {
        this.standings = standings;
        this.domains = domains;
    }

    @Override
    public String name() {
        return "deployment";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (standings == null || order.isReducing() || !order.isMarketKnown()) {
            return RiskDecision.ALLOW;
        }
        Standing standing = standings.of(order.strategy());
        if (standing == null) {
            return RiskDecision.deny(
                    RiskReason.DEPLOYMENT_MISSING, "strategy " + order.strategy() + " names no deployment");
        }
        DeploymentCode code = standing.in(domains, order.market());
        return code == DeploymentCode.OK
                ? RiskDecision.ALLOW
                : RiskDecision.deny(reason(code), standing.detail(domains, order.market()));
    }

    private static RiskReason reason(DeploymentCode code) {
        return switch (code) {
            case OK, MISSING -> RiskReason.DEPLOYMENT_MISSING;
            case DISABLED -> RiskReason.DEPLOYMENT_DISABLED;
            case OUT_OF_SCOPE -> RiskReason.DEPLOYMENT_OUT_OF_SCOPE;
            case AMBIGUOUS -> RiskReason.DEPLOYMENT_AMBIGUOUS;
        };
    }
}
