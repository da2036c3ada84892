package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {
    private static final byte[] BODY = "{\"salt\":9007199254740991}".getBytes(StandardCharsets.UTF_8);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-25T12:00:00Z"));
    private final LocalVenue venue = LocalVenue.plain();
    private HttpTransport transport = venue.transport(time);

    @AfterEach
    void close() {
        transport.close();
        venue.close();
    }

    @Test
    void readSaysWhoAsksAndUnpacksWhatComes() throws Exception {
        venue.answers(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(packed("{\"a\":1}")))
                .build());

        Reply reply = transport.execute(Call.get(Service.CLOB, "/book").query("token_id", "1 2&3"));

        RecordedRequest request = venue.server().takeRequest();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"a\":1}");
        assertThat(request.getRequestLine()).isEqualTo("GET /book?token_id=1%202%263 HTTP/1.1");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("ploy");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("*/*");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void bodyIsSentByteForByteAsItWasSigned() throws Exception {
        List<byte[]> signed = new ArrayList<>();
        venue.answers(200, "{}");

        transport.execute(Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order")
                .body(BODY)
                .query("x", "not signed")
                .authorized((method, path, body, seconds, header) -> {
                    signed.add(body);
                    header.accept("POLY_SIGNATURE", method + " " + path + " " + seconds);
                }));

        RecordedRequest request = venue.server().takeRequest();
        assertThat(signed).singleElement().isSameAs(BODY);
        assertThat(Objects.requireNonNull(request.getBody()).toByteArray()).isEqualTo(BODY);
        assertThat(request.getHeaders().get("POLY_SIGNATURE")).isEqualTo("POST /order 1795608000");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void cancelWithoutABodySignsNoBytes() throws Exception {
        List<byte[]> signed = new ArrayList<>();
        venue.answers(200, "{}");

        transport.execute(Call.of(Service.CLOB, Purpose.CANCEL, "DELETE", "/cancel-all")
                .authorized((method, path, body, seconds, header) -> signed.add(body)));

        assertThat(signed).singleElement().isEqualTo(new byte[0]);
        assertThat(venue.server().takeRequest().getHeaders().get("Content-Length"))
                .isEqualTo("0");
    }

    @Test
    void proofIsMadeAnewForEachAttempt() throws Exception {
        venue.answers(500, "");
        venue.answers(200, "{}");

        transport.execute(Call.get(Service.CLOB, "/data/orders").authorized((method, path, body, seconds, header) -> {
            header.accept("POLY_TIMESTAMP", "" + seconds);
            time.advance(Duration.ofSeconds(1));
        }));

        assertThat(venue.server().takeRequest().getHeaders().get("POLY_TIMESTAMP"))
                .isEqualTo("1795608000");
        assertThat(venue.server().takeRequest().getHeaders().get("POLY_TIMESTAMP"))
                .isEqualTo("1795608001");
    }

    @Test
    void addressMayHaveAPathThatIsNotSigned() throws Exception {
        transport.close();
        transport = venue.transport(
                time,
                settings -> settings.endpoints(Service.DATA, venue.address().resolve("/proxy/data/")));
        List<String> signed = new ArrayList<>();
        venue.answers(200, "[]");

        transport.execute(Call.get(Service.DATA, "/v2/positions")
                .authorized((method, path, body, seconds, header) -> signed.add(path)));

        assertThat(venue.server().takeRequest().getTarget()).isEqualTo("/proxy/data/v2/positions");
        assertThat(signed).containsExactly("/v2/positions");
    }

    @Test
    void speaksHttp2AndKeepsOneConnection() throws Exception {
        try (LocalVenue encrypted = LocalVenue.encrypted();
                HttpTransport other = encrypted.transport(time)) {
            encrypted.answers(200, "1");
            encrypted.answers(200, "2");

            other.execute(Call.get(Service.CLOB, "/time"));
            other.execute(Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order").body(BODY));

            RecordedRequest first = encrypted.server().takeRequest();
            RecordedRequest second = encrypted.server().takeRequest();
            assertThat(first.getVersion()).isEqualTo("HTTP/2");
            assertThat(second.getConnectionIndex()).isEqualTo(first.getConnectionIndex());
            assertThat(encrypted.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void readFollowsOnTheSameHostAndSignsAnew(int status) throws Exception {
        List<String> signed = new ArrayList<>();
        venue.answers(redirect(status, "/markets/keyset?limit=5"));
        venue.answers(200, "[]");

        transport.execute(Call.get(Service.CLOB, "/markets")
                .authorized((method, path, body, seconds, header) -> signed.add(path)));

        venue.server().takeRequest();
        assertThat(venue.server().takeRequest().getTarget()).isEqualTo("/markets/keyset?limit=5");
        assertThat(signed).containsExactly("/markets", "/markets/keyset");
    }

    @Test
    void readIsNeverLedToAnotherHost() {
        try (LocalVenue other = LocalVenue.plain()) {
            for (int i = 0; i < 5; i++) {
                venue.answers(redirect(302, other.address().toString()));
            }

            assertThat(failure(Call.get(Service.CLOB, "/markets")).failure()).isEqualTo(Failure.UNREADABLE);

            assertThat(other.server().getRequestCount()).isZero();
        }
    }

    @Test
    void readIsNotLedInCircles() {
        Dispatcher circle = new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return redirect(302, "/markets");
            }
        };
        venue.server().setDispatcher(circle);
        transport.close();
        transport = venue.transport(
                time, settings -> settings.retry(new RetrySettings(1, Duration.ofMillis(1), Duration.ofMillis(1), 0)));

        assertThat(failure(Call.get(Service.CLOB, "/markets")).failure()).isEqualTo(Failure.UNREADABLE);

        assertThat(venue.server().getRequestCount()).isEqualTo(4);
    }

    @Test
    void answerThatIsTooLargeIsUnreadable() {
        limitedTo(1_000);
        venue.answers(200, "x".repeat(1_001));

        RequestException failure = failure(Call.get(Service.CLOB, "/markets"));

        assertThat(failure.failure()).isEqualTo(Failure.UNREADABLE);
        assertThat(failure).hasMessageContaining("larger than the 1000 bytes");
    }

    @Test
    void answerThatUnpacksToTooMuchIsUnreadable() throws IOException {
        limitedTo(100_000);
        venue.answers(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(packed("x".repeat(10_000_000))))
                .build());

        assertThat(failure(Call.get(Service.CLOB, "/markets")).failure()).isEqualTo(Failure.UNREADABLE);
    }

    @Test
    void answerOfExactlyTheLargestSizeIsRead() {
        limitedTo(1_000);
        venue.answers(200, "x".repeat(1_000));

        assertThat(transport.execute(Call.get(Service.CLOB, "/markets")).body()).hasSize(1_000);
    }

    @Test
    void hugeErrorIsToldByItsStatus() {
        venue.answers(400, "x".repeat(10_000_000));

        RequestException failure = failure(Call.get(Service.CLOB, "/markets"));

        assertThat(failure.failure()).isEqualTo(Failure.REFUSED);
        assertThat(failure.venueText()).hasSize(301);
    }

    @Test
    void deadlineOfTheCallBoundsWaitingForTheAnswer() {
        venue.answers(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        RequestException failure = failure(Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order")
                .body(BODY)
                .within(Duration.ofMillis(100)));

        assertThat(failure.failure()).isEqualTo(Failure.NO_ANSWER);
    }

    @Test
    void nothingIsSentOnceItsDeadlineHasPassed() {
        Call call = Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order")
                .body(BODY)
                .within(Duration.ofSeconds(1))
                .authorized((method, path, body, seconds, header) -> time.advance(Duration.ofSeconds(2)));

        assertThat(failure(call).failure()).isEqualTo(Failure.NOT_SENT);

        assertThat(venue.server().getRequestCount()).isZero();
    }

    @Test
    void nothingIsSentOnceClosed() {
        transport.close();

        RequestException failure = failure(Call.get(Service.CLOB, "/ok"));

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure).hasMessageContaining("closed");
        assertThat(venue.server().getRequestCount()).isZero();
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        venue.answers(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            Future<RequestException> ended = caller.submit(() -> failure(
                    Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order").body(BODY)));
            await().until(() -> venue.server().getRequestCount() == 1);

            transport.close();

            assertThat(ended.get().failure()).isEqualTo(Failure.NO_ANSWER);
        } finally {
            caller.shutdownNow();
        }
    }

    @Test
    void limitsAreLearnedFromAnswersAndShown() {
        venue.answers(new MockResponse.Builder()
                .headers(Headers.of(
                        "Poly-RateLimit-Tier", "silver",
                        "Poly-RateLimit-Remaining", "17",
                        "Poly-RateLimit-Warning", "true"))
                .body("{}")
                .build());

        transport.execute(order("0xa"));

        assertThat(transport.report().signers()).containsExactly(new SignerReport("0xa", "silver", 17, 120, 1));
    }

    @Test
    void reportTellsEachServiceApart() {
        venue.answers(200, "{}");
        venue.answers(404, "{}");
        venue.answers(429, "{}");

        transport.execute(Call.get(Service.GAMMA, "/events"));
        failure(Call.get(Service.DATA, "/v2/positions"));
        failure(order("0xa"));

        HttpReport report = transport.report();
        assertThat(report.services()).extracting(ServiceReport::service).containsExactly(Service.values());
        assertThat(report.services().get(Service.GAMMA.ordinal())).satisfies(gamma -> {
            assertThat(gamma.answered()).isEqualTo(1);
            assertThat(gamma.failed()).isEmpty();
            assertThat(gamma.hosts()).containsExactly(new HostReport("localhost", BreakerState.CLOSED));
        });
        assertThat(report.services().get(Service.DATA.ordinal()).failed()).isEqualTo(Map.of(Failure.NOT_FOUND, 1L));
        assertThat(report.services().get(Service.CLOB.ordinal()).failed()).isEqualTo(Map.of(Failure.RATE_LIMITED, 1L));
        assertThat(report.clock()).isEqualTo(new ClockReport(Duration.ZERO, java.util.Optional.empty()));
    }

    @Test
    void manyThreadsAtOnceEachGetTheirOwnAnswer() throws Exception {
        try (LocalVenue encrypted = LocalVenue.encrypted();
                HttpTransport shared = encrypted.transport(time)) {
            encrypted.server().setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder().body(request.getTarget()).build();
                }
            });
            ExecutorService callers = Executors.newFixedThreadPool(16);
            AtomicInteger right = new AtomicInteger();
            try {
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < 500; i++) {
                    String path = "/data/order/" + i;
                    all.add(callers.submit(() -> {
                        if (shared.execute(Call.get(Service.CLOB, path)).text().equals(path)) {
                            right.incrementAndGet();
                        }
                    }));
                }
                for (Future<?> one : all) {
                    one.get();
                }
            } finally {
                callers.shutdownNow();
            }

            assertThat(right).hasValue(500);
            assertThat(shared.report().services().get(0).answered()).isEqualTo(500);
            assertThat(encrypted.connections()).isEqualTo(1);
        }
    }

    private void limitedTo(int bytes) {
        transport.close();
        transport = venue.transport(
                time,
                settings -> settings.maxBodyBytes(bytes)
                        .retry(new RetrySettings(1, Duration.ofMillis(1), Duration.ofMillis(1), 0)));
    }

    private static Call order(String signer) {
        return Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order").body(BODY).authorized(new SignedBy(signer));
    }

    private static MockResponse redirect(int status, String to) {
        return new MockResponse.Builder().code(status).addHeader("Location", to).build();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private RequestException failure(Call call) {
        return catchThrowableOfType(RequestException.class, () -> transport.execute(call));
    }
}
