package io.ploy.connectors.polymarket.data;

/** What an account did, or what was done for it. */
public enum ActivityType {
    /** Shares were bought or sold. */
    TRADE,
    /** Collateral became shares of both outcomes. */
    SPLIT,
    /** Shares of both outcomes became collateral. */
    MERGE,
    /** Shares of a resolved market became collateral, or nothing. */
    REDEEM,
    /** A reward for liquidity. */
    REWARD,
    /** Shares of one negative-risk leg became shares of the others. */
    CONVERSION,
    /** Collateral came in. */
    DEPOSIT,
    /** Collateral went out. */
    WITHDRAWAL,
    /** A part of others' fees, for making. */
    MAKER_REBATE,
    /** A part of own fees, for much taking. */
    TAKER_REBATE,
    /** A reward for bringing somebody. */
    REFERRAL_REWARD,
    /** Interest. */
    YIELD,
    /** A present between accounts. Comes only if asked for. */
    TIP,
    /** A word this connector does not know. */
    UNKNOWN;

    static ActivityType of(String word) {
        for (ActivityType type : values()) {
            if (type != UNKNOWN && type.name().equals(word)) {
                return type;
            }
        }
        return UNKNOWN;
    }
}
