package io.ploy.testkit.polymarket.server;

import io.undertow.UndertowOptions;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * Sockets, threads and protocols. Put together from Undertow's parts rather than by its builder, so that every
 * connection passes through our hands before a byte of it is read.
 */
final class Transport {
    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final int BUFFER_BYTES = 16 * 1024 - 20;
    private static final int BACKLOG = 1_000;
    private static final long CLOSE_SECONDS = 10;

    private final Xnio xnio = Xnio.getInstance(Transport.class.getClassLoader());
    private final DefaultByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 4);
    private final OptionMap options = OptionMap.builder()
            // Undertow cuts the connection at 2 MiB without an answer; the reader of bodies has a bound of its own.
            .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
            .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
            .set(UndertowOptions.ALWAYS_SET_DATE, false)
            .getMap();
    private final OptionMap socketOptions;
    private final List<AcceptingChannel<? extends StreamConnection>> servers = new ArrayList<>();
    private final Connections connections;
    private final HttpHandler handler;
    private final BiConsumer<TcpConnection, Runnable> gate;
    private final XnioWorker worker;

    /**
     * Starts the threads.
     *
     * @param gate gets each connection and what serves it, to be run on the connection's I/O thread
     */
    Transport(Connections connections, HttpHandler handler, BiConsumer<TcpConnection, Runnable> gate)
            throws IOException {
        this.connections = connections;
        this.handler = handler;
        this.gate = gate;
        int processors = Runtime.getRuntime().availableProcessors();
        int ioThreads = Math.max(2, Math.min(4, processors));
        worker = xnio.createWorker(OptionMap.builder()
                .set(Options.WORKER_NAME, "simulated-polymarket-wire")
                .set(Options.THREAD_DAEMON, true)
                .set(Options.WORKER_IO_THREADS, ioThreads)
                .set(Options.WORKER_TASK_CORE_THREADS, Math.max(4, processors))
                .set(Options.WORKER_TASK_MAX_THREADS, Math.max(4, processors))
                .set(Options.TCP_NODELAY, true)
                .getMap());
        socketOptions = OptionMap.builder()
                .set(Options.WORKER_IO_THREADS, ioThreads)
                .set(Options.TCP_NODELAY, true)
                .set(Options.REUSE_ADDRESSES, true)
                .set(Options.BALANCING_TOKENS, 1)
                .set(Options.BALANCING_CONNECTIONS, 2)
                .set(Options.BACKLOG, BACKLOG)
                .getMap();
    }

    XnioWorker worker() {
        return worker;
    }

    /** Listens for HTTP; the port. */
    int listen(int port) throws IOException {
        HttpOpenListener http = http();
        return started(worker.createStreamConnectionServer(
                address(port), accepting(false, (connection, stream) -> http.handleEvent(stream)), socketOptions));
    }

    /** Listens for HTTP/2 and HTTP/1.1 over TLS; the port. */
    int listenSecurely(int port, SSLContext tls) throws IOException {
        UndertowXnioSsl ssl = new UndertowXnioSsl(xnio, OptionMap.create(Options.USE_DIRECT_BUFFERS, true), tls);
        AlpnOpenListener alpn = new AlpnOpenListener(buffers, options, http());
        alpn.addProtocol("h2", new Http2Opener(buffers, options, handler, connections), 10);
        return started(ssl.createSslConnectionServer(
                worker,
                address(port),
                accepting(true, (connection, stream) -> alpn.handleEvent(stream)),
                socketOptions));
    }

    void stopListening() {
        servers.forEach(IoUtils::safeClose);
    }

    /** Waits until the I/O threads did what they were given. */
    void settle() {
        CountDownLatch done = new CountDownLatch(worker.getIoThreadCount());
        try {
            for (int i = 0; i < worker.getIoThreadCount(); i++) {
                worker.getIoThread(i).execute(done::countDown);
            }
            if (!done.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The simulated venue's I/O threads are stuck");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "The simulated venue's server did not end in {} s; its threads are interrupted", CLOSE_SECONDS);
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
        buffers.close();
    }

    private HttpOpenListener http() {
        HttpOpenListener http = new HttpOpenListener(buffers, options);
        http.setRootHandler(handler);
        return http;
    }

    private int started(AcceptingChannel<? extends StreamConnection> server) {
        servers.add(server);
        server.resumeAccepts();
        return server.getLocalAddress(InetSocketAddress.class).getPort();
    }

    private <C extends StreamConnection> ChannelListener<AcceptingChannel<C>> accepting(
            boolean secure, BiConsumer<TcpConnection, StreamConnection> serve) {
        return server -> {
            try {
                C stream = server.accept();
                while (stream != null) {
                    admit(connections.accepted(stream, secure), stream, serve);
                    stream = server.accept();
                }
            } catch (IOException e) {
                LOG.warn("A connection could not be accepted", e);
            }
        };
    }

    private void admit(
            TcpConnection connection, StreamConnection stream, BiConsumer<TcpConnection, StreamConnection> serve) {
        gate.accept(connection, () -> serve.accept(connection, stream));
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
