package io.ploy.core.deployment;

/** Whether a deployment may trade a market live. */
public enum DeploymentCode {
    /** It may. */
    OK,
    /** There is no such deployment, or the register cannot be believed. */
    MISSING,
    /** It is in a stage that does not trade live. */
    DISABLED,
    /** Account, strategy, domain, market or timeframe are not those it was written down for. */
    OUT_OF_SCOPE,
    /** Another live deployment of the account trades some of the same markets with the same strategy. */
    AMBIGUOUS
}
