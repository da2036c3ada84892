package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.time.VenueLoop;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import io.ploy.testkit.polymarket.wire.WireSocket;
import io.ploy.testkit.polymarket.wire.WireText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** A server in manual time whose services a test sets, whose faults a test switches, and a client of it. */
final class Wire implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    final VenueLoop loop = VenueLoop.manual(START);
    final Faults faults = new Faults();
    final List<WireRequest> received = new CopyOnWriteArrayList<>();
    final Parrot parrot = new Parrot();
    final VenueServer server;
    final OkHttpClient client;
    volatile Function<WireRequest, WireAnswer> answers = request -> WireAnswer.json("{\"ok\":true}");

    Wire() {
        this(ServerSettings.DEFAULTS);
    }

    Wire(ServerSettings settings) {
        Map<Api, RestService> services = new EnumMap<>(Api.class);
        RestService service = request -> {
            received.add(request);
            return () -> answers.apply(request);
        };
        services.put(Api.CLOB, service);
        services.put(Api.GAMMA, service);
        services.put(Api.CHAIN, service);
        server = VenueServer.start(loop, services, Map.of(Channel.MARKET, parrot), settings, faults);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .readTimeout(Duration.ofSeconds(20))
                .fastFallback(false);
        server.certificate()
                .ifPresent(certificate -> builder.sslSocketFactory(
                        certificate.clientContext().getSocketFactory(), certificate.trustManager()));
        client = builder.build();
    }

    Response get(String url) throws IOException {
        return client.newCall(new Request.Builder().url(url).build()).execute();
    }

    OkHttpClient http1() {
        return client.newBuilder().protocols(List.of(Protocol.HTTP_1_1)).build();
    }

    RawClient raw() throws IOException {
        return new RawClient(server.url(Api.CLOB));
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        server.close();
        loop.close();
        try {
            client.dispatcher().executorService().awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does nothing but what a test sets. */
    static final class Faults implements WireFaults {
        volatile Optional<Ending> connecting = Optional.empty();
        volatile Function<WireRequest, OnRequest> before = request -> OnRequest.GO_ON;
        volatile Function<WireAnswer, OnAnswer> after = OnAnswer::send;
        volatile OnRequest handshake = OnRequest.GO_ON;
        volatile Function<WireText, OnFrame> frame = OnFrame::send;

        @Override
        public Optional<Ending> connecting(LiveConnection connection) {
            return connecting;
        }

        @Override
        public OnRequest before(WireRequest request) {
            return before.apply(request);
        }

        @Override
        public OnAnswer after(WireRequest request, WireAnswer answer) {
            return after.apply(answer);
        }

        @Override
        public OnRequest handshake(WireRequest request, Channel channel) {
            return handshake;
        }

        @Override
        public OnFrame frame(LiveSocket socket, WireText text) {
            return frame.apply(text);
        }
    }

    /** Says everything back. */
    static final class Parrot implements SocketService {
        final List<WireSocket> open = new CopyOnWriteArrayList<>();
        final List<WireSocket> closed = new CopyOnWriteArrayList<>();

        @Override
        public Session open(WireSocket socket) {
            open.add(socket);
            return new Session() {
                @Override
                public void onText(String text) {
                    if ("fail".equals(text)) {
                        throw new IllegalStateException("asked to");
                    }
                    socket.send(text);
                }

                @Override
                public void onClosed() {
                    open.remove(socket);
                    closed.add(socket);
                }
            };
        }
    }
}
