package io.ploy.host.backtest;

/** How much may be risked. */
public enum RiskProfile {
    /** At most 50 USD at risk in a market and 500 in the account. */
    CONSERVATIVE,
    /** Five times that. */
    STANDARD
}
