package io.ploy.testkit.polymarket.server.fault;

/**
 * How a conversation ends without the answer it should have had.
 *
 * @param kind which way
 * @param code the HTTP/2 error code of a reset stream or a GOAWAY; zero elsewhere
 */
public record Ending(Kind kind, int code) {
    /** The connection is closed in good order (FIN), without a close frame on a WebSocket. */
    public static final Ending CLOSE = new Ending(Kind.CLOSE, 0);

    /** The connection is torn down (RST). */
    public static final Ending RESET = new Ending(Kind.RESET, 0);

    /** The connection stays, and nothing more ever comes. */
    public static final Ending SILENCE = new Ending(Kind.SILENCE, 0);

    /** Ways to end. */
    public enum Kind {
        /** FIN. */
        CLOSE,
        /** RST. */
        RESET,
        /** Nothing at all. */
        SILENCE,
        /** RST_STREAM: one request of an HTTP/2 connection ends. */
        RESET_STREAM,
        /** GOAWAY whose last stream is the request's, then FIN. */
        GO_AWAY,
        /** GOAWAY which says the request was not processed, then FIN. */
        GO_AWAY_BEFORE
    }

    /**
     * Resets the stream of an HTTP/2 request and keeps the connection. Over HTTP/1.1, {@link #RESET}.
     *
     * @param code such as 7, REFUSED_STREAM
     * @return an ending
     */
    public static Ending resetStream(int code) {
        return new Ending(Kind.RESET_STREAM, code);
    }

    /**
     * Says that the connection goes away, and closes it. Over HTTP/1.1, {@link #CLOSE}.
     *
     * @param code such as 0, NO_ERROR
     * @param processed false to tell the client that this request was not processed
     * @return an ending
     */
    public static Ending goAway(int code, boolean processed) {
        return new Ending(processed ? Kind.GO_AWAY : Kind.GO_AWAY_BEFORE, code);
    }
}
