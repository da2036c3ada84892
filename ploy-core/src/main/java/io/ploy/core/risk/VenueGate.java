package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.math.RoundingMode;

/** Nothing is sent to a venue that does not answer, and little while it begins to again. */
final class VenueGate implements Gate {
    private final RiskWorld world;

    VenueGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "venue";
    }

    @Override
    public RiskDecision check(Candidate order) {
        Cash notional = Cash.notional(order.request().limit(), order.quantity(), RoundingMode.CEILING);
        return world.admits(notional, order.isReducing())
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.VENUE_UNAVAILABLE,
                        "orders to the venue failed or were not answered; only cancels and readings are sent until it"
                                + " answers again");
    }
}
