package io.ploy.testkit.polymarket.fault.stream;

import io.ploy.api.plugin.Parameter;
import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.fault.Where;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Some connections tell nothing for a while, though they answer pings. */
final class SilentConnection extends Deed {
    static final Parameter<Duration> LENGTH =
            Parameter.duration("length", "60").between("0.001", "86400").help("How long they are silent.");
    static final Parameter<Double> SHARE =
            Parameter.decimal("share", "1").help("The share of connections, drawn one by one.");

    private final Set<Long> silent = new LinkedHashSet<>();

    SilentConnection(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        Where where = injection().trigger().spec().where();
        Set<Long> struck = new LinkedHashSet<>();
        for (LiveSocket socket : injection().venue().sockets().get()) {
            boolean meant = where.isChannel(socket.channel()) && where.isSocket(socket.number());
            if (meant && injection().random().nextDouble() < injection().get(SHARE)) {
                struck.add(socket.number());
            }
        }
        silent.addAll(struck);
        injection().trigger().say("sockets " + struck);
        Timeline timeline = injection().venue().state().loop().timeline();
        timeline.schedule(timeline.now().plus(injection().get(LENGTH)), () -> silent.removeAll(struck));
    }

    @Override
    public OnFrame frame(Line line) {
        return silent.contains(line.socket().number()) && line.tells() ? OnFrame.DROP : OnFrame.send(line.text());
    }

    @Override
    public void over() {
        silent.clear();
    }
}
