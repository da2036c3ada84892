package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import io.undertow.server.ServerConnection;
import java.net.SocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.xnio.StreamConnection;

/** The connections that are open. Any thread. */
final class Connections {
    private final AtomicLong count = new AtomicLong();
    private final Map<Ends, TcpConnection> open = new ConcurrentHashMap<>();

    private record Ends(SocketAddress client, SocketAddress server) {}

    TcpConnection accepted(StreamConnection stream, boolean secure) {
        open.values().removeIf(connection -> !connection.isOpen());
        TcpConnection connection = new TcpConnection(count.incrementAndGet(), secure, stream);
        open.put(new Ends(stream.getPeerAddress(), stream.getLocalAddress()), connection);
        return connection;
    }

    /** Undertow hands out a connection of its own; both know who is at their ends. */
    TcpConnection of(ServerConnection connection) {
        return of(connection.getPeerAddress(), connection.getLocalAddress());
    }

    TcpConnection of(SocketAddress client, SocketAddress server) {
        return Optional.ofNullable(open.get(new Ends(client, server)))
                .orElseThrow(() -> new IllegalStateException("not accepted here: " + client));
    }

    List<LiveConnection> all() {
        return open.values().stream()
                .filter(TcpConnection::isOpen)
                .sorted(Comparator.comparingLong(TcpConnection::number))
                .map(LiveConnection.class::cast)
                .toList();
    }

    void closeAll() {
        open.values().forEach(TcpConnection::close);
    }
}
