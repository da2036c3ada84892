package io.ploy.testkit.polymarket.stream.sports;

import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** One client of the channel of scores, and whether it is still there. */
final class SportsSession implements SocketService.Session {
    private static final Duration PING_EVERY = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int GOING_AWAY = 1001;

    private final WireSocket socket;
    private final Timeline timeline;
    private final Consumer<SportsSession> closed;
    private Instant heard;

    SportsSession(WireSocket socket, Timeline timeline, Consumer<SportsSession> closed) {
        this.socket = socket;
        this.timeline = timeline;
        this.closed = closed;
        heard = timeline.now();
    }

    void start() {
        heard = timeline.now();
        timeline.schedule(timeline.now().plus(PING_EVERY), this::ping);
    }

    void send(String text) {
        socket.send(text);
    }

    private void ping() {
        if (!socket.isOpen()) {
            return;
        }
        // The first ping comes a while after the connection, so an answer is due that much later.
        if (timeline.now().isBefore(heard.plus(PING_EVERY).plus(ANSWER_WITHIN))) {
            socket.send("ping");
            timeline.schedule(timeline.now().plus(PING_EVERY), this::ping);
        } else {
            socket.close(GOING_AWAY, "no pong");
        }
    }

    @Override
    public void onText(String text) {
        if (text.equals("pong")) {
            heard = timeline.now();
        }
    }

    @Override
    public void onClosed() {
        closed.accept(this);
    }
}
