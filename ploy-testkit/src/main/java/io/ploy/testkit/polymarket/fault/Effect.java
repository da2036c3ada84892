package io.ploy.testkit.polymarket.fault;

import io.ploy.core.sim.ExchangeTrade;
import io.ploy.core.sim.SettlementPlan;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.util.Optional;

/**
 * What one injected fault does wherever it is asked. It asks its {@link Trigger} whether to strike. On the venue's thread.
 */
public interface Effect {
    /** The time has come, once or again and again: for faults that act by themselves. */
    default void armed() {}

    /** The fault is over: what it changed for a time goes back. */
    default void over() {}

    /**
     * A connection was opened.
     *
     * @param connection who
     * @return how it ends at once
     */
    default Optional<Ending> connecting(LiveConnection connection) {
        return Optional.empty();
    }

    /**
     * A request came in.
     *
     * @param ask what
     * @return whether the venue sees it
     */
    default OnRequest before(Ask ask) {
        return OnRequest.GO_ON;
    }

    /**
     * A request was answered.
     *
     * @param ask what was asked
     * @param answer as the venue, and the faults before this one, have it
     * @return what the client gets
     */
    default OnAnswer after(Ask ask, WireAnswer answer) {
        return OnAnswer.send(answer);
    }

    /**
     * A WebSocket is asked for.
     *
     * @param handshake the request and its channel
     * @return whether it is opened
     */
    default OnRequest handshake(Ask handshake) {
        return OnRequest.GO_ON;
    }

    /**
     * A frame goes out.
     *
     * @param line the frame and its socket
     * @return what the client gets
     */
    default OnFrame frame(Line line) {
        return OnFrame.send(line.text());
    }

    /**
     * A frame came in.
     *
     * @param line the frame and its socket
     * @return whether the venue hears it
     */
    default boolean received(Line line) {
        return true;
    }

    /**
     * Orders met.
     *
     * @param trade one bucket
     * @param usual what would become of it
     * @return what becomes of it
     */
    default SettlementPlan settle(ExchangeTrade trade, SettlementPlan usual) {
        return usual;
    }
}
