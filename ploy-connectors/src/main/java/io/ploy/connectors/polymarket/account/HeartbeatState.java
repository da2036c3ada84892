package io.ploy.connectors.polymarket.account;

/** How well the venue's dead-man switch is held: without heartbeats it cancels every order of the credentials. */
public enum HeartbeatState {
    /** Not used: the venue does not watch. */
    OFF,
    /** The first heartbeat was not acknowledged yet. */
    STARTING,
    /** Acknowledged in time. */
    OK,
    /** Overdue: the venue is about to cancel, so nothing new is sent. */
    LATE,
    /** The venue's deadline has passed: it may have cancelled every order. */
    BROKEN,
    /** Somebody else sends heartbeats with the same credentials. Stays until the account is opened anew. */
    FOREIGN_WRITER;

    /** Whether new orders may be sent. */
    public boolean allowsOrders() {
        return this == OFF || this == OK;
    }
}
