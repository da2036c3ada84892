package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import io.ploy.testkit.polymarket.wire.WireText;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks other faults, and tells of every request. */
record CountedFaults(WireFaults faults, Consumer<WireRequest> told) implements WireFaults {
    @Override
    public Optional<Ending> connecting(LiveConnection connection) {
        return faults.connecting(connection);
    }

    @Override
    public OnRequest before(WireRequest request) {
        told.accept(request);
        return faults.before(request);
    }

    @Override
    public OnAnswer after(WireRequest request, WireAnswer answer) {
        return faults.after(request, answer);
    }

    @Override
    public OnRequest handshake(WireRequest request, Channel channel) {
        return faults.handshake(request, channel);
    }

    @Override
    public boolean received(LiveSocket socket, String text) {
        return faults.received(socket, text);
    }

    @Override
    public OnFrame frame(LiveSocket socket, WireText frame) {
        return faults.frame(socket, frame);
    }
}
