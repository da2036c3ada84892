package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** Sends a request once and reads what comes back. */
final class Wire {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int MAX_ERROR_BYTES = 64 << 10;

    private final HttpSettings settings;
    private final OkHttpClient reads;
    private final OkHttpClient changes;

    Wire(HttpSettings settings, OkHttpClient base) {
        this.settings = settings;
        this.reads = base.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        this.changes = reads.newBuilder().retryOnConnectionFailure(false).build();
    }

    /**
     * Sends a request once.
     *
     * @return what came back, whatever its status
     * @throws RequestException if nothing left, no whole answer came, or a good answer is too large
     */
    Answer send(Call call, HttpUrl url, Proof proof, long timeoutNanos) {
        OkHttpClient client = call.purpose() == Purpose.READ ? reads : changes;
        Departure departure = new Departure();
        okhttp3.Call request = client.newCall(request(call, url, proof));
        request.addEventListener(departure);
        request.timeout().timeout(Math.max(1, timeoutNanos), TimeUnit.NANOSECONDS);
        try (Response response = request.execute()) {
            return read(call, response);
        } catch (RequestException e) {
            throw e;
        } catch (Exception e) {
            // not only IOException: an interrupt while connecting comes out undeclared
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw failed(call, url, departure, e);
        }
    }

    /** Ends what is under way and gives the connections back. */
    void close() {
        reads.dispatcher().cancelAll();
        reads.dispatcher().executorService().shutdown();
        reads.connectionPool().evictAll();
    }

    private Request request(Call call, HttpUrl url, Proof proof) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .headers(proof.headers())
                .header("User-Agent", settings.userAgent())
                .header("Accept", "*/*")
                .header("Content-Type", "application/json");
        if (!"GET".equals(call.method())) {
            request.header("Accept-Encoding", "identity"); // on GET the client asks for gzip and unpacks it by itself
        }
        return request.method(call.method(), "GET".equals(call.method()) ? null : body(call))
                .build();
    }

    private static RequestBody body(Call call) {
        return call.purpose() == Purpose.READ ? RequestBody.create(call.body(), JSON) : new OnceBody(call.body(), JSON);
    }

    private Answer read(Call call, Response response) throws IOException {
        BufferedSource source = response.body().source();
        boolean good = response.isSuccessful();
        long limit = good ? settings.maxBodyBytes() : MAX_ERROR_BYTES;
        if (source.request(limit + 1)) {
            if (good) {
                throw new RequestException(
                        Failure.UNREADABLE,
                        response.code(),
                        call + ": the answer is larger than the " + limit + " bytes that are read",
                        "",
                        null,
                        null);
            }
            return new Answer(response.code(), response.headers(), source.readByteArray(limit));
        }
        byte[] body = source.readByteArray();
        long announced = response.body().contentLength();
        if (announced >= 0 && announced != body.length) {
            throw new EOFException(announced + " bytes were announced, " + body.length + " came");
        }
        return new Answer(response.code(), response.headers(), body);
    }

    private static RequestException failed(Call call, HttpUrl url, Departure departure, Exception cause) {
        String reason = " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
        if (departure.wasGivenBack(cause)) {
            return new RequestException(
                    Failure.NOT_SENT, 0, call + ": given back unread by " + url.host() + reason, "", null, cause);
        }
        if (departure.hasBegun()) {
            return new RequestException(
                    Failure.NO_ANSWER, 0, call + ": no whole answer from " + url.host() + reason, "", null, cause);
        }
        return new RequestException(
                Failure.NOT_SENT, 0, call + ": not sent, no connection to " + url.host() + reason, "", null, cause);
    }
}
