package io.ploy.connectors.polymarket.http;

/** One of the venue's services. Each has addresses, limits and a circuit breaker of its own. */
public enum Service {
    /** Books, orders, trades and credentials. */
    CLOB,
    /** What there is to trade. */
    GAMMA,
    /** Positions, activity and history of any account. */
    DATA,
    /** Transactions sent for an account. */
    RELAYER,
    /** Whether the venue serves the place the request comes from. */
    SITE
}
