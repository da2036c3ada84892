package io.ploy.connectors.polymarket.http;

/** Whether a host is sent requests. */
public enum BreakerState {
    /** All of them. */
    CLOSED,
    /** A few, to find out whether it is back. */
    TRYING,
    /** None for now: it failed too often. */
    OPEN
}
