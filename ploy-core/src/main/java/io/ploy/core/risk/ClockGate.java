package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** What depends on time is not sent by a clock that is wrong, and no new risk by one that may be. */
final class ClockGate implements Gate {
    private final RiskWorld world;

    ClockGate(RiskWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public RiskDecision check(Candidate order) {
        long skew = world.clockSkewNanos();
        if (skew == RiskWorld.UNKNOWN) {
            return order.isReducing()
                    ? RiskDecision.ALLOW
                    : RiskDecision.deny(
                            RiskReason.CLOCK_SKEW,
                            "the venue's time was not read lately, so nobody knows whether our clock is right");
        }
        long allowed = order.limits().raw(Limit.MAX_CLOCK_SKEW);
        return skew <= allowed
                ? RiskDecision.ALLOW
                : RiskDecision.deny(
                        RiskReason.CLOCK_SKEW,
                        "our clock and the venue's differ by at least " + Limit.MAX_CLOCK_SKEW.text(skew)
                                + ", allowed are " + Limit.MAX_CLOCK_SKEW.text(allowed));
    }
}
