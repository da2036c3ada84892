package io.ploy.testkit.polymarket.fault.transport;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.fault.Where;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import java.util.Optional;

/** Connections that fail before the first request, or under one. */
final class BelowHttp implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.TURNED_AWAY).help("What happens.");

    /** What happens. */
    enum How {
        /** A new connection is torn down before a byte, TLS included. */
        TURNED_AWAY,
        /** A new connection is never answered. */
        HALF_OPEN,
        /** A connection is closed as a request comes over it, as one that was idle too long in a pool. */
        STALE,
        /** All connections are closed when the time comes. */
        ALL_CLOSED
    }

    private final Injection injection;
    private final How how;

    BelowHttp(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    /** A connection that has said nothing yet. */
    private record Connecting(LiveConnection connection) implements Occasion {
        @Override
        public String words() {
            return "connection " + connection.number();
        }

        @Override
        public boolean fits(Where where) {
            return where.equals(Where.ANY);
        }
    }

    @Override
    public void armed() {
        if (how == How.ALL_CLOSED && injection.fires(Occasion.TIME)) {
            injection.venue().connections().get().forEach(connection -> connection.end(Ending.CLOSE));
        }
    }

    @Override
    public Optional<Ending> connecting(LiveConnection connection) {
        boolean meant = how == How.TURNED_AWAY || how == How.HALF_OPEN;
        return meant && injection.fires(new Connecting(connection))
                ? Optional.of(how == How.TURNED_AWAY ? Ending.RESET : Ending.SILENCE)
                : Optional.empty();
    }

    @Override
    public OnRequest before(Ask ask) {
        return how == How.STALE && Effects.chosen(injection, ask, Ask::places) && injection.fires(ask)
                ? OnRequest.lose(Ending.RESET)
                : OnRequest.GO_ON;
    }
}
