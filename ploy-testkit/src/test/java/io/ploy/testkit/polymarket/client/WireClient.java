package io.ploy.testkit.polymarket.client;

import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** Asks a venue over HTTP and opens its streams. */
public final class WireClient implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long PATIENCE_SECONDS = 20;

    private final PolymarketSimulator venue;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .readTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
            .fastFallback(false)
            .build();
    private final List<WebSocket> sockets = new CopyOnWriteArrayList<>();

    /** An answer. */
    public record Answer(int status, String body) {}

    public WireClient(PolymarketSimulator venue) {
        this.venue = venue;
    }

    public Answer get(Api api, String path) {
        return send(api, "GET", path, null, Map.of());
    }

    public Answer send(Api api, String method, String path, @Nullable String body, Map<String, String> headers) {
        Request.Builder request = new Request.Builder()
                .url(venue.url(api) + path)
                .method(method, body == null ? null : RequestBody.create(body, JSON));
        headers.forEach(request::header);
        try (Response response = http.newCall(request.build()).execute()) {
            return new Answer(response.code(), response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    /** A request about an account, signed for the venue's time. */
    public Answer signed(Trader trader, String method, String path, @Nullable String body) {
        String signedPath = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        Map<String, String> headers = trader.headers(
                method, signedPath, body == null ? "" : body, venue.clock().instant());
        return send(Api.CLOB, method, path, body, headers);
    }

    /** An open socket that has said something. */
    public WebSocket open(Channel channel, String... texts) {
        CountDownLatch open = new CountDownLatch(1);
        WebSocket socket =
                http.newWebSocket(new Request.Builder().url(venue.url(channel)).build(), new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket opened, Response response) {
                        open.countDown();
                    }
                });
        try {
            if (!open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(channel + " did not open");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        sockets.add(socket);
        for (String text : texts) {
            socket.send(text);
        }
        return socket;
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::cancel);
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
