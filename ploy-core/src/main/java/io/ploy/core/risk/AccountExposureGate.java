package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** All markets together may lose only so much. */
final class AccountExposureGate implements Gate {
    private final Cash max;

    AccountExposureGate(RiskLimits limits) {
        max = limits.maxAccountExposure();
    }

    @Override
    public String name() {
        return "account-exposure";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        Cash exposure = order.accountExposure();
        if (exposure.compareTo(max) <= 0) {
            return RiskDecision.ALLOW;
        }
        return Gate.shrink(
                order.portfolio().accountHeadRoom(order.id(), max),
                RiskReason.ACCOUNT_EXPOSURE,
                "could lose " + exposure + " USD, allowed are " + max);
    }
}
