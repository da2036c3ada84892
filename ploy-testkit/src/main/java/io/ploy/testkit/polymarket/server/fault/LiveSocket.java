package io.ploy.testkit.polymarket.server.fault;

import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireSocket;

/** A client's WebSocket. Used on the venue's thread. */
public interface LiveSocket extends WireSocket {
    /**
     * What it carries.
     *
     * @return the channel
     */
    Channel channel();

    /**
     * Who listens.
     *
     * @return address and port
     */
    String remote();

    /**
     * What waits to be taken by the client, beyond what the operating system holds.
     *
     * @return bytes
     */
    long waiting();

    /**
     * Ends it without a close frame.
     *
     * @param ending {@link Ending#SILENCE} keeps it open and answers nothing more, not even pings; endings of HTTP/2 close
     */
    void end(Ending ending);
}
