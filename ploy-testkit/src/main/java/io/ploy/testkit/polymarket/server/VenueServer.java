package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.server.log.WireLog;
import io.ploy.testkit.polymarket.time.VenueLoop;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulated venue on loopback: its HTTP services and WebSocket channels on one port, and on a second one over TLS,
 * with HTTP/2 for clients that ask for it.
 *
 * <p><b>Threading.</b> Any thread. Services run as {@link RestService} and {@link SocketService} say; faults are asked on
 * the venue's thread, and so the log tells everything in the order in which the venue decided it.
 */
public final class VenueServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VenueServer.class);
    private static final String HOST = "127.0.0.1";

    private final Connections connections = new Connections();
    private final WireLog log;
    private final VenueThread venue;
    private final WireFaults faults;
    private final Sockets sockets;
    private final Transport transport;
    private final int port;
    private final Optional<ServerCertificate> certificate;
    private final int securePort;
    private final AtomicBoolean closed = new AtomicBoolean();

    private VenueServer(
            VenueLoop loop,
            Map<Api, RestService> services,
            Map<Channel, SocketService> channels,
            ServerSettings settings,
            WireFaults faults)
            throws IOException {
        this.faults = faults;
        venue = new VenueThread(loop);
        log = new WireLog(settings.logged());
        sockets = new Sockets(venue, faults, log, settings.socketBudgetBytes());
        RequestReader reader = new RequestReader();
        RestFront rest = new RestFront(copy(Api.class, services), venue, faults, log, reader, connections, settings);
        SocketFront front = new SocketFront(
                copy(Channel.class, channels), sockets, faults, log, reader, connections, rest, settings.deflate());
        transport = new Transport(connections, new HttpContinueReadHandler(front), this::admit);
        certificate = settings.secure() ? Optional.of(ServerCertificate.create()) : Optional.empty();
        try {
            port = transport.listen(settings.port());
            securePort = certificate.isPresent()
                    ? transport.listenSecurely(
                            settings.securePort(), certificate.get().serverContext())
                    : 0;
        } catch (IOException | RuntimeException e) {
            transport.stopListening();
            transport.close();
            throw e;
        }
    }

    /**
     * Starts serving.
     *
     * @param loop the venue's thread, which must outlive the server; closed by its owner
     * @param services who answers requests; for others 404
     * @param channels who serves WebSockets; for others 404
     * @param settings ports and bounds
     * @param faults what fails
     * @return a server that accepts connections
     * @throws UncheckedIOException if a port cannot be had
     */
    public static VenueServer start(
            VenueLoop loop,
            Map<Api, RestService> services,
            Map<Channel, SocketService> channels,
            ServerSettings settings,
            WireFaults faults) {
        try {
            return new VenueServer(loop, services, channels, settings, faults);
        } catch (IOException e) {
            throw new UncheckedIOException("the simulated venue cannot listen on loopback", e);
        }
    }

    /**
     * Where a service is, over HTTP.
     *
     * @param api which
     * @return a URL without a slash at the end
     */
    public String url(Api api) {
        return "http://" + HOST + ":" + port + api.prefix();
    }

    /**
     * Where a channel is.
     *
     * @param channel which
     * @return a URL
     */
    public String url(Channel channel) {
        return "ws://" + HOST + ":" + port + channel.path();
    }

    /**
     * Where a service is, over HTTPS.
     *
     * @param api which
     * @return a URL without a slash at the end
     * @throws IllegalStateException if the server has no TLS
     */
    public String secureUrl(Api api) {
        return "https://" + HOST + ":" + securePort() + api.prefix();
    }

    /**
     * Where a channel is, over TLS.
     *
     * @param channel which
     * @return a URL
     * @throws IllegalStateException if the server has no TLS
     */
    public String secureUrl(Channel channel) {
        return "wss://" + HOST + ":" + securePort() + channel.path();
    }

    /**
     * What clients must trust to use TLS.
     *
     * @return absent if the server has no TLS
     */
    public Optional<ServerCertificate> certificate() {
        return certificate;
    }

    /**
     * What crossed the wire.
     *
     * @return the log, which goes on
     */
    public WireLog log() {
        return log;
    }

    /**
     * The connections that are open.
     *
     * @return a copy, oldest first
     */
    public List<LiveConnection> connections() {
        return connections.all();
    }

    /**
     * The WebSockets that are open.
     *
     * @return a copy, oldest first; each to be used on the venue's thread
     */
    public List<LiveSocket> sockets() {
        return sockets.all();
    }

    /**
     * How many WebSockets were closed since their clients did not read.
     *
     * @return a count
     */
    public long slowReaders() {
        return sockets.slow();
    }

    /**
     * Takes no more connections, tells WebSocket clients, closes everything, and ends all threads. Further calls do nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        transport.stopListening();
        sockets.closeAll();
        transport.settle();
        connections.closeAll();
        transport.close();
    }

    private int securePort() {
        if (certificate.isEmpty()) {
            throw new IllegalStateException("this server has no TLS");
        }
        return securePort;
    }

    private void admit(TcpConnection connection, Runnable serve) {
        Runnable close = () -> connection.end(Ending.CLOSE);
        boolean asked = venue.run(
                () -> faults.connecting(connection)
                        .ifPresentOrElse(connection::end, () -> connection.onIoThread(serve)),
                close);
        if (!asked) {
            LOG.debug("The venue is closed; {} is turned away", connection.remote());
            close.run();
        }
    }

    private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> type, Map<K, V> map) {
        Map<K, V> copy = new EnumMap<>(type);
        copy.putAll(map);
        return copy;
    }
}
