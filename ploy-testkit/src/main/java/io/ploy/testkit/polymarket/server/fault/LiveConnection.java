package io.ploy.testkit.polymarket.server.fault;

/** A client's TCP connection. Any thread. */
public interface LiveConnection {
    /**
     * Counts the server's connections.
     *
     * @return from 1
     */
    long number();

    /**
     * Who connected.
     *
     * @return address and port
     */
    String remote();

    /**
     * Whether it came in on the TLS port.
     *
     * @return true if so
     */
    boolean isSecure();

    /**
     * Whether it is open at this end.
     *
     * @return false once it was closed here
     */
    boolean isOpen();

    /**
     * Ends it, whatever is on it.
     *
     * @param ending {@link Ending#CLOSE}, {@link Ending#RESET}, or, over HTTP/2, a GOAWAY; others do nothing
     */
    void end(Ending ending);

    /**
     * Over HTTP/2, says that no new request is wanted here and answers those under way; otherwise does nothing.
     *
     * @param code such as 0, NO_ERROR
     */
    void goAway(int code);
}
