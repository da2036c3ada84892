package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.time.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server on this machine, plain with HTTP/1.1 or encrypted with HTTP/2, and transports that go to it. */
final class LocalVenue implements AutoCloseable {
    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient client;

    private LocalVenue(OkHttpClient client) {
        this.client = client;
    }

    static LocalVenue plain() {
        LocalVenue venue = new LocalVenue(new OkHttpClient());
        venue.start();
        return venue;
    }

    static LocalVenue encrypted() {
        HandshakeCertificates serverSide =
                new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build();
        HandshakeCertificates clientSide = new HandshakeCertificates.Builder()
                .addTrustedCertificate(CERTIFICATE.certificate())
                .build();
        LocalVenue venue = new LocalVenue(new OkHttpClient.Builder()
                .sslSocketFactory(clientSide.sslSocketFactory(), clientSide.trustManager())
                .build());
        venue.server.useHttps(serverSide.sslSocketFactory());
        venue.start();
        return venue;
    }

    private void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MockWebServer server() {
        return server;
    }

    URI address() {
        return server.url("/").uri();
    }

    /** How many connections the client keeps. */
    int connections() {
        return client.connectionPool().connectionCount();
    }

    void answers(MockResponse... answers) {
        for (MockResponse answer : answers) {
            server.enqueue(answer);
        }
    }

    void answers(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    HttpTransport transport(TimeSource time) {
        return transport(time, settings -> settings);
    }

    /** A transport whose every service is this server. */
    HttpTransport transport(TimeSource time, UnaryOperator<HttpSettings.Builder> change) {
        HttpSettings.Builder settings = HttpSettings.builder();
        for (Service service : Service.values()) {
            settings.endpoints(service, address());
        }
        return new HttpTransport(change.apply(settings).build(), time, new SplittableRandom(7), client);
    }

    @Override
    public void close() {
        server.close();
    }
}
