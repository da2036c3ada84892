package io.ploy.testkit.polymarket.fault.transport;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.fault.Where;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** WebSockets that die badly, or only seem to live. */
final class BadSocket extends Deed {
    static final Parameter<How> HOW = Parameter.choice("how", How.RESET).help("How they die.");
    static final Parameter<Integer> CODE =
            Parameter.integer("code", "1011").between("1000", "4999").help("For CLOSE_CODE: which.");
    static final Parameter<Duration> LATE =
            Parameter.duration("late", "30").help("For LATE_PONG: how late answers to pings are.");

    /** How a socket dies. */
    enum How {
        /** Nothing comes any more, not even answers to pings. */
        HALF_OPEN,
        /** Without a close frame. */
        CLOSE,
        /** The connection is torn down. */
        RESET,
        /** With a close frame and a code. */
        CLOSE_CODE,
        /** It lives, but answers pings late. */
        LATE_PONG
    }

    private final Set<Long> slow = new LinkedHashSet<>();

    BadSocket(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        Where where = injection().trigger().spec().where();
        injection().venue().sockets().get().stream()
                .filter(socket -> where.isChannel(socket.channel()) && where.isSocket(socket.number()))
                .forEach(this::strike);
    }

    private void strike(LiveSocket socket) {
        switch (injection().get(HOW)) {
            case HALF_OPEN -> socket.end(Ending.SILENCE);
            case CLOSE -> socket.end(Ending.CLOSE);
            case RESET -> socket.end(Ending.RESET);
            case CLOSE_CODE -> socket.close(injection().get(CODE), "");
            case LATE_PONG -> slow.add(socket.number());
        }
    }

    @Override
    public OnFrame frame(Line line) {
        boolean pong = line.text().text().equalsIgnoreCase("PONG");
        return pong && slow.contains(line.socket().number())
                ? OnFrame.late(injection().get(LATE), line.text())
                : OnFrame.send(line.text());
    }

    @Override
    public void over() {
        slow.clear();
    }
}
