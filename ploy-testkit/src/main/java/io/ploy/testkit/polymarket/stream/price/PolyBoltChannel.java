package io.ploy.testkit.polymarket.stream.price;

import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Serves the newer stream of prices, with its numbered requests, acknowledgements, errors and limits.
 *
 * <p><b>Threading.</b> Used on the venue's thread.
 */
public final class PolyBoltChannel implements SocketService {
    private final PriceBoard board;
    private final Callers callers;
    private final Set<PolyBoltSession> sessions = new LinkedHashSet<>();

    /**
     * A channel that tells what happens from now on.
     *
     * @param board what is published
     * @param callers knows whose credentials are shown
     */
    public PolyBoltChannel(PriceBoard board, Callers callers) {
        this.board = board;
        this.callers = callers;
        board.listen((series, point) -> List.copyOf(sessions).forEach(session -> session.tell(series, point)));
    }

    @Override
    public Session open(WireSocket socket) {
        PolyBoltSession session = new PolyBoltSession(socket, board, callers, sessions::remove);
        sessions.add(session);
        return session;
    }
}
