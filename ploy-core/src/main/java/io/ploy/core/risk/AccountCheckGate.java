package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** No new risk for an account that was found unable to trade, or that nobody looked at for long. */
final class AccountCheckGate implements Gate {
    private final RiskWorld world;

    AccountCheckGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "account-check";
    }

    @Override
    public RiskDecision check(Candidate order) {
        String problem = world.accountProblem(order.limits().raw(Limit.MAX_ACCOUNT_CHECK_AGE));
        return problem == null || order.isReducing()
                ? RiskDecision.ALLOW
                : RiskDecision.deny(RiskReason.ACCOUNT_UNFIT, problem);
    }
}
