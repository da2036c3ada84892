package io.ploy.connectors.polymarket.stream;

/** How far a connection is. */
public enum SocketState {
    /** Not asked for yet. */
    IDLE,
    /** Waits before it is tried again. */
    WAITING,
    /** Is being opened. */
    CONNECTING,
    /** Open. */
    OPEN,
    /** Closed by us, for good. */
    CLOSED
}
