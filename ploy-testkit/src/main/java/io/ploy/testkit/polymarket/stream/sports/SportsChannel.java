package io.ploy.testkit.polymarket.stream.sports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.game.GameScore;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Serves the channel of scores: everybody connected hears every result that is published. Clients that leave the venue's
 * pings unanswered are closed.
 *
 * <p><b>Threading.</b> Used on the venue's thread.
 */
public final class SportsChannel implements SocketService {
    private final Timeline timeline;
    private final Set<SportsSession> sessions = new LinkedHashSet<>();

    /**
     * A channel without clients.
     *
     * @param timeline the venue's
     */
    public SportsChannel(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Tells everybody connected how a game stands.
     *
     * @param score the game now
     */
    public void publish(GameScore score) {
        String frame = JsonNodeFactory.instance
                .objectNode()
                .put("gameId", score.gameId())
                .put("leagueAbbreviation", score.league())
                .put("slug", score.slug())
                .put("homeTeam", score.homeTeam())
                .put("awayTeam", score.awayTeam())
                .put("status", score.status())
                .put("score", score.score())
                .put("period", score.period())
                .put("elapsed", score.elapsed())
                .put("live", score.live())
                .put("ended", score.ended())
                .put("turn", score.turn())
                .put("finished_timestamp", score.finishedAt())
                .toString();
        List.copyOf(sessions).forEach(session -> session.send(frame));
    }

    @Override
    public Session open(WireSocket socket) {
        SportsSession session = new SportsSession(socket, timeline, sessions::remove);
        sessions.add(session);
        session.start();
        return session;
    }
}
