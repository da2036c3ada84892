package io.ploy.core.engine;

/** Names of what keeps new orders back without cancelling those that are open. */
final class Holds {
    static final String STARTING = "starting";
    static final String STREAM_GAP = "stream-gap";
    static final String ORDER_UNKNOWN = "order-unknown";
    static final String LEASE = "lease";

    private Holds() {}
}
