package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.time.Duration;
import java.time.Instant;

/** Nothing is ordered without knowing the market and what it charges, as they were not long ago. */
final class MarketKnownGate implements Gate {
    private final RiskWorld world;

    MarketKnownGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "market-known";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (!order.isMarketKnown()) {
            return RiskDecision.deny(
                    RiskReason.MARKET_UNKNOWN,
                    "no market is known for " + order.request().instrument());
        }
        if (order.market().rules().fees().isEmpty()) {
            return RiskDecision.deny(
                    RiskReason.FEE_UNKNOWN, "the fees of " + order.market().id() + " are not known");
        }
        Instant read = world.readAt(order.market().id());
        long allowed = order.limits().raw(Limit.MAX_MARKET_AGE);
        return read == null || Duration.between(read, order.now()).toNanos() <= allowed
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.MARKET_UNKNOWN,
                        order.market().id() + " was last read at " + read + ", allowed are "
                                + Limit.MAX_MARKET_AGE.text(allowed));
    }
}
