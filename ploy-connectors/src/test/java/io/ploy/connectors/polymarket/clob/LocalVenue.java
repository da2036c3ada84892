package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.HttpSettings;
import io.ploy.connectors.polymarket.http.HttpTransport;
import io.ploy.connectors.polymarket.http.LimitSettings;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** A server that answers what it is told to, and the transport that asks it. */
final class LocalVenue implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    /** Shows what was signed. */
    static final Authorization ACCOUNT = (method, path, body, epochSeconds, header) ->
            header.accept("X-Signed", method + " " + path + " " + new String(body, StandardCharsets.UTF_8));

    private final MockWebServer server = new MockWebServer();
    private final HttpTransport transport;

    LocalVenue() {
        this(LimitSettings.defaults());
    }

    LocalVenue(LimitSettings limits) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        transport = new HttpTransport(
                HttpSettings.builder()
                        .endpoints(Service.CLOB, server.url("/").uri())
                        .limits(limits)
                        .build(),
                new ManualTime(NOW),
                new SplittableRandom(7));
    }

    Transport transport() {
        return transport;
    }

    LocalVenue answers(String body) {
        return answers(200, body);
    }

    LocalVenue answers(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build());
        return this;
    }

    int requests() {
        return server.getRequestCount();
    }

    /** The next request must be this one, and not signed. */
    void sawOpen(String line, String body) throws InterruptedException {
        RecordedRequest request = next(line, body);
        assertThat(request.getHeaders().get("X-Signed")).isNull();
    }

    /** The next request must be this one, signed over its path without the query and over its very body. */
    void sawSigned(String line, String body) throws InterruptedException {
        RecordedRequest request = next(line, body);
        String path = line.substring(line.indexOf(' ') + 1);
        int query = path.indexOf('?');
        String signed = request.getMethod() + " " + (query < 0 ? path : path.substring(0, query)) + " " + body;
        assertThat(request.getHeaders().get("X-Signed")).isEqualTo(signed.strip());
    }

    private RecordedRequest next(String line, String body) throws InterruptedException {
        RecordedRequest request = server.takeRequest(2, TimeUnit.SECONDS);
        assertThat(request).as("a request").isNotNull();
        assertThat(request.getRequestLine()).isEqualTo(line + " HTTP/1.1");
        ByteString sent = request.getBody();
        assertThat(sent == null ? "" : sent.utf8()).isEqualTo(body);
        return request;
    }

    @Override
    public void close() {
        transport.close();
        server.close();
    }
}
