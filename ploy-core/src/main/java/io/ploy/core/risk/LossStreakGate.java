package io.ploy.core.risk;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.core.performance.Performance;

/** A strategy that loses event after event trades smaller, and then not at all until a person has looked at it. */
final class LossStreakGate implements Gate {
    private final RiskWorld world;

    LossStreakGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "loss-streak";
    }

    @Override
    public RiskDecision check(Candidate order) {
        Performance performance = world.performance();
        if (performance == null || order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        int losses = performance.lossStreak(order.strategy());
        if (losses >= order.limits().raw(Limit.MAX_LOSING_STREAK)) {
            return RiskDecision.deny(
                    RiskReason.LOSS_STREAK, losses + " losing events in a row; a person must forgive them");
        }
        if (losses < order.limits().raw(Limit.HALF_SIZE_STREAK)) {
            return RiskDecision.ALLOW;
        }
        Quantity half =
                Quantity.ofMicros(order.asked().sharesAtLimit().micros() / 2).floorToLot();
        return !half.isBelow(order.quantity())
                ? RiskDecision.ALLOW
                : Gate.shrink(
                        half, RiskReason.LOSS_STREAK, "half the size after " + losses + " losing events in a row");
    }
}
