package io.ploy.testkit.polymarket.server.log;

import io.ploy.testkit.polymarket.wire.Channel;
import java.time.Instant;

/**
 * A frame of a WebSocket, or its end.
 *
 * @param at venue time
 * @param socket its number
 * @param channel what it carries
 * @param kind what happened
 * @param text the frame's; why and how for an end
 */
public record Frame(Instant at, long socket, Channel channel, Kind kind, String text) {
    /** What happened to a frame. */
    public enum Kind {
        /** It came in. */
        IN,
        /** It was sent. */
        OUT,
        /** The venue sent it and a fault swallowed or replaced it. */
        LOST,
        /** The server ended the socket, or the client did. */
        ENDED
    }
}
