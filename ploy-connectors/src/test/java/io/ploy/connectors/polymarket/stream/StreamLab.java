package io.ploy.connectors.polymarket.stream;

import io.ploy.connectors.polymarket.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server, a client and a clock, and whatever a test opens with them, closed in reverse after each test. */
public final class StreamLab implements AfterEachCallback {
    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    static {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    public final ManualTime time = new ManualTime(START);
    public final SocketServer server;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, 64, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    final OkHttpClient client =
            new OkHttpClient.Builder().dispatcher(new Dispatcher(threads)).build();
    private final ConcurrentLinkedDeque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();

    public StreamLab() {
        try {
            server = new SocketServer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The same settings, but opening a connection may take as long as a busy machine needs: the test's time runs ahead of
     * the sockets'.
     */
    public static SocketSettings patient(SocketSettings settings) {
        return new SocketSettings(
                settings.userAgent(),
                settings.pingEvery(),
                settings.signWithin(),
                settings.dataWithin(),
                Duration.ofDays(1),
                settings.firstDelay(),
                settings.longestDelay(),
                settings.refusedDelay(),
                settings.steadyAfter(),
                settings.closeWithin(),
                settings.sendEvery(),
                settings.queueLimit());
    }

    /** Lets time pass until so many connections were tried altogether, and takes the next one. */
    public SocketServer.Peer acceptAttempt(int number) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            boolean tried = server.attempts() >= number;
            if (!tried) {
                passMillis(250);
            }
            return tried;
        });
        return server.accept();
    }

    /** Lets time pass, a little at a time, until the other side says something that is no ping. */
    String words(SocketServer.Peer from) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            boolean spoken = from.hasWords();
            if (!spoken) {
                passMillis(50);
            }
            return spoken;
        });
        return from.takeWords();
    }

    public StreamMeans means() {
        return new StreamMeans(client, time, new Random(7));
    }

    <T extends AutoCloseable> T closing(T stream) {
        opened.push(stream);
        return stream;
    }

    void pass(Duration by) {
        time.advance(by);
    }

    void passSeconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    void passMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        server.close();
        threads.shutdownNow();
        client.connectionPool().evictAll();
    }
}
