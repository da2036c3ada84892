package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What places an order leaves once, however the attempt ends; and the failure tells whether it may have been carried out. */
@Tag("matrix")
class SentOnceTest {
    private static final byte[] BODY = "{\"order\":{\"salt\":1}}".getBytes(StandardCharsets.UTF_8);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket(true, false, false);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-25T12:00:00Z"));

    /**
     * A way to fail.
     *
     * @param name for people
     * @param answer what the server does
     * @param expected how the call must end
     */
    private record Mishap(String name, MockResponse answer, Failure expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mishap> mishaps() {
        String good = "{\"success\":true}";
        return Stream.of(
                mishap("closed before the request is read", new MockResponse.Builder().onRequestStart(CLOSE)),
                mishap("closed while the body is read", new MockResponse.Builder().onRequestBody(CLOSE)),
                mishap("closed instead of an answer", new MockResponse.Builder().onResponseStart(CLOSE)),
                mishap(
                        "closed inside the answer",
                        new MockResponse.Builder().body(good.repeat(50_000)).onResponseBody(CLOSE)),
                mishap(
                        "answer that never comes",
                        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE)),
                mishap(
                        "answer that comes too late",
                        new MockResponse.Builder().body(good).headersDelay(2, TimeUnit.SECONDS)),
                mishap(
                        "body that comes too late",
                        new MockResponse.Builder().body(good).bodyDelay(2, TimeUnit.SECONDS)),
                mishap(
                        "body that trickles",
                        new MockResponse.Builder().body(good).throttleBody(1, 50, TimeUnit.MILLISECONDS)),
                status(408, Failure.NO_ANSWER),
                status(421, Failure.REFUSED),
                status(425, Failure.RESTARTING),
                status(429, Failure.RATE_LIMITED),
                status(401, Failure.UNAUTHORIZED),
                status(500, Failure.SERVER_ERROR),
                status(502, Failure.SERVER_ERROR),
                status(503, Failure.SERVER_ERROR),
                status(504, Failure.SERVER_ERROR),
                status(301, Failure.UNREADABLE),
                status(302, Failure.UNREADABLE),
                status(303, Failure.UNREADABLE),
                status(307, Failure.UNREADABLE),
                status(308, Failure.UNREADABLE),
                new Mishap(
                        "a web page",
                        new MockResponse.Builder()
                                .body("<html>Just a moment...</html>")
                                .build(),
                        Failure.UNREADABLE));
    }

    private static Mishap mishap(String name, MockResponse.Builder answer) {
        return new Mishap(name, answer.build(), Failure.NO_ANSWER);
    }

    /** With everything that makes a client send again by itself. */
    private static Mishap status(int status, Failure expected) {
        MockResponse answer = new MockResponse.Builder()
                .code(status)
                .addHeader("Retry-After", "0")
                .addHeader("Location", "/elsewhere")
                .addHeader("WWW-Authenticate", "Basic realm=\"x\"")
                .build();
        return new Mishap("status " + status, answer, expected);
    }

    static Stream<Arguments> everyWay() {
        Stream<Arguments> plain = mishaps()
                .skip(1) // a connection in use that closes before the request is one the client does not use any more
                .map(mishap -> Arguments.of(mishap, Purpose.ORDER, false));
        Stream<Arguments> encrypted = mishaps().map(mishap -> Arguments.of(mishap, Purpose.WRITE, true));
        return Stream.concat(plain, encrypted);
    }

    @ParameterizedTest(name = "{0}, {1}, encrypted {2}")
    @MethodSource("everyWay")
    void isSentOnceHoweverItFails(Mishap mishap, Purpose purpose, boolean encrypted) {
        try (LocalVenue venue = encrypted ? LocalVenue.encrypted() : LocalVenue.plain();
                HttpTransport transport = venue.transport(time)) {
            venue.answers(200, "\"warm\"");
            transport.execute(Call.get(Service.CLOB, "/ok"));
            venue.answers(mishap.answer());
            venue.answers(200, "\"a second one\"");
            venue.answers(200, "\"a third one\"");

            RequestException failure = failure(transport, order(purpose).within(SHORT));

            assertThat(failure.failure()).isEqualTo(mishap.expected());
            assertThat(ordersSeen(venue)).isLessThanOrEqualTo(1);
            assertThat(transport.report().services().get(0).repeated()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("mishaps")
    void isSentOnceOnAFreshConnectionToo(Mishap mishap) {
        try (LocalVenue venue = LocalVenue.plain();
                HttpTransport transport = venue.transport(time)) {
            venue.answers(mishap.answer());
            venue.answers(200, "\"a second one\"");

            RequestException failure = failure(transport, order(Purpose.ORDER).within(SHORT));

            assertThat(failure.failure()).isEqualTo(mishap.expected());
            assertThat(venue.server().getRequestCount()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("streamErrors")
    void streamThatTheServerResetsIsNoAnswer(int code) {
        try (LocalVenue venue = LocalVenue.encrypted();
                HttpTransport transport = venue.transport(time)) {
            venue.answers(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseStream(code))
                    .build());
            venue.answers(200, "\"a second one\"");

            RequestException failure = failure(transport, order(Purpose.ORDER));

            assertThat(failure.failure()).isEqualTo(Failure.NO_ANSWER);
            assertThat(venue.server().getRequestCount()).isEqualTo(1);
        }
    }

    static Stream<Integer> streamErrors() {
        return Stream.of(0x1, 0x2, 0x8, 0xb); // protocol, internal, cancel, enhance your calm
    }

    @Test
    void connectionThatTheServerClosedWithoutFarewellLeavesADoubtButNoSecondOrder()
            throws IOException, InterruptedException {
        String good = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        try (RawServer server = new RawServer(good, good);
                HttpTransport transport = transport(server.address())) {
            transport.execute(Call.get(Service.CLOB, "/ok"));
            server.awaitClosed();

            RequestException failure = failure(transport, order(Purpose.ORDER));

            assertThat(failure.failure()).isEqualTo(Failure.NO_ANSWER);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
                "HTTP/1.1 204 No Content\r\nContent-Length: 20\r\n\r\n{}",
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 20\r\n\r\n{}",
                "SSH-2.0-OpenSSH_9.2\r\n"
            })
    void halfAnAnswerIsNoAnswer(String answer) throws IOException {
        try (RawServer server = new RawServer(answer, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                HttpTransport transport = transport(server.address())) {

            RequestException failure = failure(transport, order(Purpose.ORDER));

            assertThat(failure.failure()).isEqualTo(Failure.NO_ANSWER);
            assertThat(failure.failure().isAmbiguous()).isTrue();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void refusedConnectionIsKnownNotToHaveSentAnything() throws IOException {
        URI nobody = closedPort();
        try (HttpTransport transport = transport(nobody)) {

            RequestException failure = failure(transport, order(Purpose.ORDER));

            assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
            assertThat(failure).hasMessageContaining("POST /order: not sent");
        }
    }

    @Test
    void unknownHostIsKnownNotToHaveSentAnything() {
        try (HttpTransport transport = transport(URI.create("https://nobody.invalid"))) {
            assertThat(failure(transport, order(Purpose.ORDER)).failure()).isEqualTo(Failure.NOT_SENT);
        }
    }

    @Test
    void failedHandshakeIsKnownNotToHaveSentAnything() {
        try (LocalVenue venue = LocalVenue.encrypted();
                HttpTransport distrustful = transport(venue.address())) {
            assertThat(failure(distrustful, order(Purpose.ORDER)).failure()).isEqualTo(Failure.NOT_SENT);
            assertThat(venue.server().getRequestCount()).isZero();
        }
    }

    @Test
    void serverThatNeverShakesHandsIsKnownNotToHaveGotAnything() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5)) {
            URI address = URI.create("https://localhost:" + silent.getLocalPort());
            try (HttpTransport transport = transport(address)) {
                assertThat(failure(transport, order(Purpose.ORDER).within(SHORT))
                                .failure())
                        .isEqualTo(Failure.NOT_SENT);
            }
        }
    }

    private HttpTransport transport(URI address) {
        HttpSettings settings =
                HttpSettings.builder().endpoints(Service.CLOB, address).build();
        return new HttpTransport(settings, time, new SplittableRandom(7));
    }

    private static Call order(Purpose purpose) {
        return Call.of(Service.CLOB, purpose, "POST", "/order").body(BODY);
    }

    private static RequestException failure(HttpTransport transport, Call call) {
        return catchThrowableOfType(RequestException.class, () -> transport.execute(call));
    }

    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://localhost:" + socket.getLocalPort());
        }
    }

    private static long ordersSeen(LocalVenue venue) {
        return venue.server().getRequestCount() - 1L;
    }
}
