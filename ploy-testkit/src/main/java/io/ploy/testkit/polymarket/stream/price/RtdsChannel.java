package io.ploy.testkit.polymarket.stream.price;

import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Serves the older stream of prices. Comments can be subscribed to; nobody writes any.
 *
 * <p><b>Threading.</b> Used on the venue's thread.
 */
public final class RtdsChannel implements SocketService {
    private final PriceBoard board;
    private final Set<RtdsSession> sessions = new LinkedHashSet<>();

    /**
     * A channel that tells what happens from now on.
     *
     * @param board what is published
     */
    public RtdsChannel(PriceBoard board) {
        this.board = board;
        board.listen(
                (series, point) -> List.copyOf(sessions).forEach(session -> session.tell(series, point, board.now())));
    }

    @Override
    public Session open(WireSocket socket) {
        RtdsSession session = new RtdsSession(socket, board, sessions::remove);
        sessions.add(session);
        return session;
    }
}
