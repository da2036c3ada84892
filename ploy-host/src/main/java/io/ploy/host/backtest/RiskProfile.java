package io.ploy.host.backtest;

import io.ploy.core.risk.RiskLimits;

/** How much may be risked. */
public enum RiskProfile {
    /** At most 50 USD at risk in a market and 500 in the account. */
    CONSERVATIVE,
    /** Five times that. */
    STANDARD;

    /** The limits with which it begins. */
    public RiskLimits limits() {
        return switch (this) {
            case CONSERVATIVE -> RiskLimits.conservative();
            case STANDARD -> RiskLimits.standard();
        };
    }
}
