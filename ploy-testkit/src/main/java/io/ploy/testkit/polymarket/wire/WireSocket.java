package io.ploy.testkit.polymarket.wire;

/**
 * The server's end of a WebSocket. Sending never waits: what the client does not take in time piles up to a bound, and
 * beyond it the socket is closed. Used on the venue's thread.
 */
public interface WireSocket {
    /**
     * Counts the server's sockets.
     *
     * @return from 1
     */
    long number();

    /**
     * Sends a text frame. Does nothing on a closed socket.
     *
     * @param text the frame
     */
    void send(String text);

    /**
     * Sends a text frame that many sockets get.
     *
     * @param text the frame, encoded once for all of them
     */
    default void send(WireText text) {
        send(text.text());
    }

    /**
     * Closes with a close frame.
     *
     * @param code such as 1000
     * @param reason may be empty
     */
    void close(int code, String reason);

    /**
     * Whether it is open at this end.
     *
     * @return false once either end closed it or it broke
     */
    boolean isOpen();
}
