package io.ploy.connectors.polymarket.http;

/** What a request does at the venue, which says what may follow when it fails. */
public enum Purpose {
    /** Changes nothing: repeated after a pause, and sent to another address of the service if there is one. */
    READ,
    /** Takes orders back: repeated after a pause, and has capacity that nothing else may use. */
    CANCEL,
    /** Places orders: sent once, whatever happens. */
    ORDER,
    /** Changes something else: sent once, whatever happens. */
    WRITE
}
