package io.ploy.testkit.polymarket.fault.stream;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.Channel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Own events are lost for a time, with the connection or without. */
final class UserGap extends Deed {
    static final Parameter<Duration> LENGTH =
            Parameter.duration("length", "20").between("0.001", "86400").help("How long.");
    static final Parameter<Boolean> CLOSE = Parameter.flag("close", "true")
            .help("Whether connections end and none is opened meanwhile; otherwise they just stay silent.");
    private static final int UNAVAILABLE = 503;

    private @Nullable Instant until;

    UserGap(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        until = injection().venue().state().now().plus(injection().get(LENGTH));
        if (injection().get(CLOSE)) {
            injection().venue().sockets().get().stream()
                    .filter(socket -> socket.channel() == Channel.USER)
                    .forEach(socket -> socket.end(Ending.CLOSE));
        }
    }

    @Override
    public OnRequest handshake(Ask handshake) {
        return isGap() && injection().get(CLOSE) && handshake.channel() == Channel.USER
                ? OnRequest.refuse(Effects.refusal(UNAVAILABLE, "Service Unavailable"))
                : OnRequest.GO_ON;
    }

    @Override
    public OnFrame frame(Line line) {
        return isGap() && line.socket().channel() == Channel.USER && line.tells()
                ? OnFrame.DROP
                : OnFrame.send(line.text());
    }

    private boolean isGap() {
        return until != null && injection().venue().state().now().isBefore(until);
    }

    @Override
    public void over() {
        until = null;
    }
}
