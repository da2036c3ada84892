package io.ploy.core.risk;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.order.RiskReason;
import io.ploy.api.portfolio.Allowance;
import io.ploy.api.risk.RiskDecision;

/**
 * Nothing is ordered that the venue may not take. Where the venue does not say what it may take, the order goes on: whoever is
 * refused by the venue learns it there.
 */
final class AllowanceGate implements Gate {
    private final RiskWorld world;

    AllowanceGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "allowance";
    }

    @Override
    public RiskDecision check(Candidate order) {
        Allowance stated = world.allowance(order.request().instrument());
        if (order.request().side() == Side.SELL) {
            return stated.forbidsSelling() ? deny(stated, "may not take shares") : RiskDecision.ALLOW;
        }
        Cash cost = order.portfolio().headRoom().reserved(order.id());
        return stated.forbidsSpending(cost)
                ? deny(stated, "may take " + stated.collateral() + " USD, the order needs " + cost)
                : RiskDecision.ALLOW;
    }

    private static RiskDecision deny(Allowance stated, String what) {
        return RiskDecision.deny(
                RiskReason.ALLOWANCE_MISSING,
                (stated.taker().isEmpty() ? "the venue" : "the venue's contract " + stated.taker()) + " " + what);
    }
}
