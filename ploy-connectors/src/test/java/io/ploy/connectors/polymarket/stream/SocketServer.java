package io.ploy.connectors.polymarket.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A venue on loopback whose side of every connection the test plays. */
public final class SocketServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<MockResponse> refusals = new ConcurrentLinkedQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    SocketServer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                attempts.incrementAndGet();
                MockResponse refusal = refusals.poll();
                return refusal != null
                        ? refusal
                        : new MockResponse.Builder()
                                .webSocketUpgrade(new Peer(request))
                                .build();
            }
        });
        server.setServerSocketFactory(new ListeningFactory());
        server.start();
    }

    /** Keeps the sockets, so that a connection can be cut below the protocol. */
    private final class ListeningFactory extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket accepted = super.accept();
                    sockets.add(accepted);
                    return accepted;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }

    /** The test's end of one connection. */
    public final class Peer extends WebSocketListener {
        private final RecordedRequest request;
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
        private volatile WebSocket socket;

        private Peer(RecordedRequest request) {
            this.request = request;
        }

        @Override
        public void onOpen(WebSocket opened, Response response) {
            socket = opened;
            peers.add(this);
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            received.add(text);
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            closed.add(code);
            from.close(1000, null);
        }

        @Override
        public void onFailure(WebSocket from, Throwable failure, Response response) {
            closed.add(-1);
        }

        String userAgent() {
            return request.getHeaders().get("User-Agent");
        }

        public void send(String text) {
            assertThat(socket.send(text)).as("still open").isTrue();
        }

        public void close(int code, String reason) {
            socket.close(code, reason);
        }

        /** Ends the connection without a word. */
        void cut() {
            try {
                sockets.get(request.getConnectionIndex()).close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The next message received, whatever it is. */
        String take() {
            return await(received, "a message");
        }

        /** The next message received that is no ping. */
        public String takeWords() {
            String next = take();
            while (next.equals("PING")) {
                next = take();
            }
            return next;
        }

        boolean hasReceivedNothing() {
            return received.isEmpty();
        }

        boolean hasWords() {
            return received.stream().anyMatch(each -> !each.equals("PING"));
        }

        /** The code with which the other side closed, -1 if it just went away. */
        int takeClose() {
            return await(closed, "the end of the connection");
        }
    }

    private static <T> T await(BlockingQueue<T> from, String what) {
        try {
            T next = from.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as(what).isNotNull();
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for " + what, e);
        }
    }

    public String url() {
        return server.url("/ws").toString();
    }

    /** The next connection opened. */
    public Peer accept() {
        return await(peers, "a connection");
    }

    /** Answers the next attempts with something else than a connection. */
    public void refuse(int status, int times, String... headers) {
        for (int i = 0; i < times; i++) {
            MockResponse.Builder refusal = new MockResponse.Builder().code(status);
            for (String header : headers) {
                refusal.addHeader(header);
            }
            refusals.add(refusal.build());
        }
    }

    /** Lets the next attempts wait for an answer that does not come in time. */
    void hang(int times) {
        for (int i = 0; i < times; i++) {
            refusals.add(new MockResponse.Builder()
                    .code(503)
                    .headersDelay(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .build());
        }
    }

    public int attempts() {
        return attempts.get();
    }

    @Override
    public void close() {
        server.close();
    }
}
