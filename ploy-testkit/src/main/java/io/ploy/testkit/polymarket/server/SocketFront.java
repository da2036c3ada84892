package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.server.fault.Cut;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.server.log.Exchange;
import io.ploy.testkit.polymarket.server.log.WireLog;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.extensions.PerMessageDeflateHandshake;
import java.util.Map;
import java.util.Optional;

/** Lets WebSocket clients in and passes on what they say; other requests are for the next handler. */
final class SocketFront implements HttpHandler {
    private static final WireAnswer ACCEPTED = new WireAnswer(101, Map.of(), "");
    private static final WireAnswer BROKEN = WireAnswer.json(500, "{\"error\":\"Internal server error\"}");
    private static final byte[] NO_BODY = {};

    private final Map<Channel, SocketService> services;
    private final Sockets sockets;
    private final WireFaults faults;
    private final WireLog log;
    private final RequestReader reader;
    private final Connections connections;
    private final HttpHandler next;
    private final boolean deflate;

    SocketFront(
            Map<Channel, SocketService> services,
            Sockets sockets,
            WireFaults faults,
            WireLog log,
            RequestReader reader,
            Connections connections,
            HttpHandler next,
            boolean deflate) {
        this.services = services;
        this.sockets = sockets;
        this.faults = faults;
        this.log = log;
        this.reader = reader;
        this.connections = connections;
        this.next = next;
        this.deflate = deflate;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Optional<Map.Entry<Channel, SocketService>> asked = asked(exchange);
        if (asked.isEmpty()) {
            next.handleRequest(exchange);
            return;
        }
        TcpConnection connection = connections.of(exchange.getConnection());
        Handshake handshake = new Handshake(
                exchange,
                connection,
                new Reply(exchange, connection, sockets.venue().clock()),
                reader.read(exchange, NO_BODY),
                asked.get().getKey(),
                asked.get().getValue());
        exchange.dispatch(
                sockets.venue(), () -> sockets.venue().guarded(() -> decide(handshake), () -> broken(handshake)));
    }

    private record Handshake(
            HttpServerExchange exchange,
            TcpConnection connection,
            Reply reply,
            WireRequest request,
            Channel channel,
            SocketService service) {}

    private Optional<Map.Entry<Channel, SocketService>> asked(HttpServerExchange exchange) {
        if (!"websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst(Headers.UPGRADE))) {
            return Optional.empty();
        }
        return services.entrySet().stream()
                .filter(service -> service.getKey().path().equals(exchange.getRequestPath()))
                .findFirst();
    }

    private void decide(Handshake handshake) {
        OnRequest decision = faults.handshake(handshake.request, handshake.channel);
        sockets.venue().after(decision.hold(), () -> answer(handshake, decision), () -> broken(handshake));
    }

    private void answer(Handshake handshake, OnRequest decision) {
        if (decision.ending().isPresent()) {
            Cut cut = Cut.nothing(decision.ending().get());
            log(handshake, false, Optional.empty(), Optional.of(cut));
            handshake.reply.end(cut.ending());
        } else if (decision.refusal().isPresent()) {
            log(handshake, false, decision.refusal(), Optional.empty());
            handshake.reply.send(decision.refusal().get());
        } else {
            log(handshake, true, Optional.of(ACCEPTED), Optional.empty());
            handshake.connection.onIoThread(() -> accept(handshake));
        }
    }

    private void accept(Handshake handshake) {
        WebSocketProtocolHandshakeHandler upgrade = new WebSocketProtocolHandshakeHandler(
                (WebSocketConnectionCallback) (exchange, web) -> opened(web, handshake));
        if (deflate) {
            upgrade.addExtension(new PerMessageDeflateHandshake());
        }
        Connectors.executeRootHandler(upgrade, handshake.exchange);
    }

    private void opened(WebSocketChannel web, Handshake handshake) {
        VenueSocket socket = sockets.opened(handshake.channel, web, handshake.connection);
        VenueThread venue = sockets.venue();
        web.getReceiveSetter().set(new TextListener(text -> venue.run(() -> socket.received(text), socket::fail)));
        web.addCloseTask(closed -> venue.run(socket::lost, () -> {}));
        venue.run(() -> socket.start(handshake.service), socket::fail);
        web.resumeReceives();
    }

    private void broken(Handshake handshake) {
        handshake.reply.send(BROKEN);
    }

    private void log(Handshake handshake, boolean processed, Optional<WireAnswer> answer, Optional<Cut> cut) {
        log.add(new Exchange(sockets.venue().clock().instant(), handshake.request, processed, answer, cut));
    }
}
