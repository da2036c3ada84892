package io.ploy.core.deployment;

/** What evidence says about a strategy. */
public enum Verdict {
    /** Every criterion is met. */
    PASS,
    /** One is missed narrowly or could not be measured: counts only once a named person accepts it. */
    WARN,
    /** It does not hold. */
    FAIL
}
