package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.server.log.Frame;
import io.ploy.testkit.polymarket.server.log.WireLog;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireText;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSockets that are open, and what they share. Any thread, but for {@link #decide}. */
final class Sockets {
    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

    private final AtomicLong count = new AtomicLong();
    private final AtomicLong slow = new AtomicLong();
    private final Map<Long, VenueSocket> open = new ConcurrentHashMap<>();
    private final VenueThread venue;
    private final WireFaults faults;
    private final WireLog log;
    private final int budgetBytes;

    Sockets(VenueThread venue, WireFaults faults, WireLog log, int budgetBytes) {
        this.venue = venue;
        this.faults = faults;
        this.log = log;
        this.budgetBytes = budgetBytes;
    }

    VenueThread venue() {
        return venue;
    }

    int budgetBytes() {
        return budgetBytes;
    }

    VenueSocket opened(Channel channel, WebSocketChannel web, TcpConnection connection) {
        VenueSocket socket = new VenueSocket(count.incrementAndGet(), channel, web, connection, this);
        open.put(socket.number(), socket);
        return socket;
    }

    void remove(VenueSocket socket) {
        open.remove(socket.number());
    }

    OnFrame decide(VenueSocket socket, WireText frame) {
        try {
            return faults.frame(socket, frame);
        } catch (RuntimeException e) {
            LOG.error("A fault failed on a frame, which is lost", e);
            return OnFrame.DROP;
        }
    }

    boolean hears(VenueSocket socket, String text) {
        try {
            return faults.received(socket, text);
        } catch (RuntimeException e) {
            LOG.error("A fault failed on what a client said, which is lost", e);
            return false;
        }
    }

    void log(VenueSocket socket, Frame.Kind kind, String text) {
        log.add(new Frame(venue.clock().instant(), socket.number(), socket.channel(), kind, text));
    }

    void countSlow() {
        slow.incrementAndGet();
    }

    long slow() {
        return slow.get();
    }

    List<LiveSocket> all() {
        List<LiveSocket> all = new ArrayList<>(open.values());
        all.sort(Comparator.comparingLong(LiveSocket::number));
        return all;
    }

    void closeAll() {
        open.values().forEach(VenueSocket::goAway);
    }
}
