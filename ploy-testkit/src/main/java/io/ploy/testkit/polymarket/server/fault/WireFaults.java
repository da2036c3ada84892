package io.ploy.testkit.polymarket.server.fault;

import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import io.ploy.testkit.polymarket.wire.WireText;
import java.util.Optional;

/**
 * Asked about everything that crosses the wire, and free to make it fail. Without overriding, nothing fails.
 *
 * <p><b>Threading.</b> Called on the venue's thread; must not wait. An exception is logged, and the request or
 * handshake answered with status 500, the frame lost, the connection closed.
 */
public interface WireFaults {
    /** Nothing fails. */
    WireFaults NONE = new WireFaults() {};

    /**
     * A TCP connection was opened; nothing was read from it, so TLS has not begun.
     *
     * @param connection who
     * @return how it ends at once, {@link Ending#SILENCE} to leave it half open; absent to serve it
     */
    default Optional<Ending> connecting(LiveConnection connection) {
        return Optional.empty();
    }

    /**
     * A request came in whole and was read; nothing was done for it.
     *
     * @param request what is asked
     * @return whether the venue sees it
     */
    default OnRequest before(WireRequest request) {
        return OnRequest.GO_ON;
    }

    /**
     * The venue did what was asked or refused it.
     *
     * @param request what was asked
     * @param answer the venue's
     * @return what the client gets
     */
    default OnAnswer after(WireRequest request, WireAnswer answer) {
        return OnAnswer.send(answer);
    }

    /**
     * A client asks for a WebSocket.
     *
     * @param request its handshake
     * @param channel which
     * @return whether it gets one
     */
    default OnRequest handshake(WireRequest request, Channel channel) {
        return OnRequest.GO_ON;
    }

    /**
     * A client said something on its WebSocket.
     *
     * @param socket who
     * @param text what
     * @return whether the venue hears it
     */
    default boolean received(LiveSocket socket, String text) {
        return true;
    }

    /**
     * The venue sends a frame.
     *
     * @param socket to whom
     * @param frame what
     * @return what the client gets
     */
    default OnFrame frame(LiveSocket socket, WireText frame) {
        return OnFrame.send(frame);
    }
}
