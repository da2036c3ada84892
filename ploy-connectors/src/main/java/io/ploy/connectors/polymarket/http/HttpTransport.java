package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests over HTTP.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait on the caller's thread.
 */
public final class HttpTransport implements Transport, AutoCloseable {
    private final HttpSettings settings;
    private final TimeSource time;
    private final RandomGenerator random;
    private final OkHttpClient client;
    private final Wire wire;
    private volatile boolean closed;

    /**
     * A transport with connections of its own.
     *
     * @param settings how requests are made
     * @param time for deadlines, limits and pauses; stays the caller's
     * @param random spreads pauses; used under a lock
     */
    public HttpTransport(HttpSettings settings, TimeSource time, RandomGenerator random) {
        this(settings, time, random, new OkHttpClient());
    }

    HttpTransport(HttpSettings settings, TimeSource time, RandomGenerator random, OkHttpClient client) {
        this.settings = settings;
        this.time = time;
        this.random = random;
        this.client = client;
        this.wire = new Wire(settings, client);
    }

    @Override
    public Reply execute(Call call) {
        if (closed) {
            throw new RequestException(
                    Failure.NOT_SENT, 0, call + ": not sent, the transport is closed", "", null, null);
        }
        @Nullable Duration own = call.within();
        Deadline deadline = new Deadline(
                time,
                own != null
                        ? own
                        : settings.timing(call.service(), call.purpose()).deadline());
        HttpUrl url = url(call);
        Proof proof = Proof.of(call, call.path(), time.now().getEpochSecond());
        Answer answer = wire.send(call, url, proof, deadline.leftNanos());
        Instant now = time.now();
        @Nullable RequestException failure = Verdict.of(call, url.host(), answer, proof, now);
        if (failure != null) {
            throw failure;
        }
        return new Reply(answer.status(), answer.body());
    }

    private HttpUrl url(Call call) {
        HttpUrl base = HttpUrl.get(settings.endpoints(call.service()).get(0));
        HttpUrl.Builder url = (base == null ? fail(call) : base).newBuilder();
        url.encodedPath((base.encodedPath().endsWith("/")
                        ? base.encodedPath().substring(0, base.encodedPath().length() - 1)
                        : base.encodedPath())
                + call.path());
        for (Call.Query parameter : call.query()) {
            url.addQueryParameter(parameter.name(), parameter.value());
        }
        return url.build();
    }

    private static HttpUrl fail(Call call) {
        throw new IllegalArgumentException("no address for " + call);
    }

    @Override
    public void close() {
        closed = true;
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
