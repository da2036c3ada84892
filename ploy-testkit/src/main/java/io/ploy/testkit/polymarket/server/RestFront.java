package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.server.fault.Cut;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.server.log.Exchange;
import io.ploy.testkit.polymarket.server.log.WireLog;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import io.undertow.io.Receiver;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests in, has them answered, and sees the answers off: read on an I/O thread, received by the service on a
 * worker, decided on the venue's thread, sent on the I/O thread again.
 */
final class RestFront implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RestFront.class);
    private static final WireAnswer NOT_FOUND = WireAnswer.json(404, "{\"error\":\"not found\"}");
    private static final WireAnswer TOO_LARGE = WireAnswer.json(413, "{\"error\":\"Payload exceeds the limit\"}");
    private static final WireAnswer BROKEN = WireAnswer.json(500, "{\"error\":\"Internal server error\"}");
    private static final RestService NOWHERE = request -> () -> NOT_FOUND;
    private static final byte[] NO_BODY = {};

    private final Map<Api, RestService> services;
    private final VenueThread venue;
    private final WireFaults faults;
    private final WireLog log;
    private final RequestReader reader;
    private final Connections connections;
    private final Edge edge;
    private final int maxBodyBytes;

    RestFront(
            Map<Api, RestService> services,
            VenueThread venue,
            WireFaults faults,
            WireLog log,
            RequestReader reader,
            Connections connections,
            ServerSettings settings) {
        this.services = services;
        this.venue = venue;
        this.faults = faults;
        this.log = log;
        this.reader = reader;
        this.connections = connections;
        edge = new Edge(settings.agentRequired());
        maxBodyBytes = settings.maxBodyBytes();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Reply reply = new Reply(exchange, connections.of(exchange.getConnection()), venue.clock());
        if (exchange.getRequestContentLength() > maxBodyBytes) {
            tooLarge(reply);
            return;
        }
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(maxBodyBytes);
        receiver.receiveFullBytes((whole, body) -> receive(reply, reader.read(whole, body)), (whole, failure) -> {
            if (failure instanceof Receiver.RequestToLargeException) {
                tooLarge(reply);
            } else {
                reply.end(Ending.CLOSE);
            }
        });
    }

    private void tooLarge(Reply reply) {
        HttpServerExchange exchange = reply.exchange();
        exchange.setPersistent(false);
        exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
        WireRequest request = reader.read(exchange, NO_BODY);
        exchange.dispatch(venue, () -> venue.guarded(() -> decide(reply, request, () -> TOO_LARGE), broken(reply)));
    }

    private void receive(Reply reply, WireRequest request) {
        HttpServerExchange exchange = reply.exchange();
        exchange.dispatch(exchange.getConnection().getWorker(), () -> {
            RestService.Turn turn = turn(request);
            if (!venue.run(() -> decide(reply, request, turn), broken(reply))) {
                reply.end(Ending.CLOSE);
            }
        });
    }

    private RestService.Turn turn(WireRequest request) {
        Optional<WireAnswer> refusal = edge.refusal(request);
        if (refusal.isPresent()) {
            return refusal::get;
        }
        try {
            return services.getOrDefault(request.api(), NOWHERE).receive(request);
        } catch (RefusedException e) {
            return e::answer;
        } catch (RuntimeException e) {
            return () -> broken(request, e);
        }
    }

    private void decide(Reply reply, WireRequest request, RestService.Turn turn) {
        OnRequest decision = faults.before(request);
        venue.after(decision.hold(), () -> process(reply, request, turn, decision), broken(reply));
    }

    private void process(Reply reply, WireRequest request, RestService.Turn turn, OnRequest decision) {
        if (decision.ending().isPresent()) {
            Cut cut = Cut.nothing(decision.ending().get());
            log(request, false, Optional.empty(), Optional.of(cut));
            reply.end(cut.ending());
            processLate(request, turn, decision);
        } else if (decision.refusal().isPresent()) {
            WireAnswer refusal = decision.refusal().get();
            log(request, false, Optional.of(refusal), Optional.empty());
            reply.send(refusal);
            processLate(request, turn, decision);
        } else {
            OnAnswer answer = faults.after(request, take(request, turn));
            venue.after(answer.hold(), () -> send(reply, request, answer), broken(reply));
        }
    }

    private void processLate(WireRequest request, RestService.Turn turn, OnRequest decision) {
        decision.late()
                .ifPresent(time -> venue.after(
                        time,
                        () -> log(request, true, Optional.of(take(request, turn)), Optional.of(Cut.BEFORE_STATUS)),
                        () -> {}));
    }

    private void send(Reply reply, WireRequest request, OnAnswer answer) {
        log(request, true, Optional.of(answer.answer()), answer.cut());
        if (answer.cut().isPresent()) {
            reply.cut(answer.answer(), answer.cut().get());
        } else {
            reply.send(answer.answer());
        }
    }

    private static WireAnswer take(WireRequest request, RestService.Turn turn) {
        try {
            return turn.take();
        } catch (RefusedException e) {
            return e.answer();
        } catch (RuntimeException e) {
            return broken(request, e);
        }
    }

    private static WireAnswer broken(WireRequest request, RuntimeException e) {
        LOG.error("{} {} broke the simulated venue", request.method(), request.path(), e);
        return BROKEN;
    }

    private static Runnable broken(Reply reply) {
        return () -> reply.send(BROKEN);
    }

    private void log(WireRequest request, boolean processed, Optional<WireAnswer> answer, Optional<Cut> cut) {
        log.add(new Exchange(venue.clock().instant(), request, processed, answer, cut));
    }
}
