package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptsTest {
    private static final MockResponse LOST = new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket(true, false, false))
            .build();

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-25T12:00:00Z"));
    private final LocalVenue venue = LocalVenue.plain();
    private HttpTransport transport = venue.transport(time);

    @BeforeEach
    void noChance() {
        with(new RetrySettings(4, Duration.ofMillis(100), Duration.ofSeconds(1), 0));
    }

    @AfterEach
    void close() {
        transport.close();
        venue.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "CANCEL"})
    void isRepeatedUntilItIsAnswered(Purpose purpose) {
        venue.answers(LOST);
        venue.answers(500, "");
        venue.answers(200, "<html>");
        venue.answers(200, "{}");

        Reply reply = transport.execute(call(purpose));

        assertThat(reply.text()).isEqualTo("{}");
        assertThat(waited()).isEqualTo(Duration.ofMillis(100 + 200 + 400));
        assertThat(transport.report().services().get(0))
                .returns(4L, ServiceReport::attempts)
                .returns(3L, ServiceReport::repeated)
                .returns(1L, ServiceReport::answered)
                .returns(java.util.Map.of(), ServiceReport::failed);
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "CANCEL"})
    void endsWithTheLastFailureWhenAllAttemptsAreUsed(Purpose purpose) {
        for (int i = 0; i < 6; i++) {
            venue.answers(502, "bad gateway " + i);
        }

        RequestException failure = failure(call(purpose));

        assertThat(failure.failure()).isEqualTo(Failure.SERVER_ERROR);
        assertThat(failure.venueText()).isEqualTo("bad gateway 3");
        assertThat(venue.server().getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 451})
    void refusalIsNotRepeated(int status) {
        venue.answers(status, "no");
        venue.answers(200, "{}");

        failure(call(Purpose.CANCEL));

        assertThat(venue.server().getRequestCount()).isEqualTo(1);
        assertThat(waited()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"401, 1", "403, 0", "400, 0"})
    void whoProvedWhoAsksHearsThatTheProofWasRefused(int status, int heard) {
        AtomicInteger told = new AtomicInteger();
        Authorization proof = new Authorization() {
            @Override
            public void sign(String method, String path, byte[] body, long seconds, BiConsumer<String, String> header) {
                header.accept("PROOF", "x");
            }

            @Override
            public void refused() {
                told.incrementAndGet();
            }
        };
        venue.answers(200, "{}");
        venue.answers(status, "no");

        transport.execute(call(Purpose.READ).authorized(proof));
        int good = told.get();
        failure(call(Purpose.READ).authorized(proof));

        assertThat(good).isZero();
        assertThat(told).hasValue(heard);
    }

    @Test
    void comesBackNoSoonerThanTheVenueAsks() {
        venue.answers(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "3")
                .build());
        venue.answers(200, "{}");

        transport.execute(call(Purpose.CANCEL));

        assertThat(waited()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void restartOfTheEngineIsWaitedForFromOneSecondDoubling() {
        venue.answers(425, "");
        venue.answers(425, "");
        venue.answers(425, "");
        venue.answers(200, "{}");

        transport.execute(call(Purpose.CANCEL));

        assertThat(waited()).isEqualTo(Duration.ofSeconds(1 + 2 + 4));
    }

    @Test
    void failsEarlyWhenTheNextAttemptCannotFit() {
        venue.answers(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());
        venue.answers(200, "{}");

        RequestException failure = failure(call(Purpose.CANCEL));

        assertThat(failure.failure()).isEqualTo(Failure.RATE_LIMITED);
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(1));
        assertThat(waited()).isZero();
    }

    @Test
    void pauseIsLeftToChanceWithinBounds() {
        with(new RetrySettings(4, Duration.ofMillis(100), Duration.ofSeconds(1), 50));
        venue.answers(500, "");
        venue.answers(500, "");
        venue.answers(200, "{}");

        transport.execute(call(Purpose.READ));

        assertThat(waited()).isStrictlyBetween(Duration.ofMillis(150), Duration.ofMillis(300));
    }

    @Test
    void oneAttemptLeavesTimeForTheNext() {
        transport.close();
        transport = venue.transport(
                time,
                settings -> settings.timing(
                        Service.CLOB, Purpose.READ, new Timing(Duration.ofSeconds(10), Duration.ofMillis(150))));
        venue.answers(
                new MockResponse.Builder().headersDelay(2, TimeUnit.SECONDS).build());
        venue.answers(200, "{}");

        assertThat(transport.execute(call(Purpose.READ)).text()).isEqualTo("{}");
    }

    @Test
    void cancelThatWasInDoubtStaysInDoubtWhenItsRepetitionDoesNotHappen() {
        venue.answers(LOST);
        venue.answers(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());

        RequestException failure = failure(call(Purpose.CANCEL));

        assertThat(failure.failure()).isEqualTo(Failure.NO_ANSWER);
        assertThat(failure.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        RequestException.class,
                        last -> assertThat(last.failure()).isEqualTo(Failure.RATE_LIMITED));
    }

    @Test
    void cancelThatWasInDoubtIsJudgedByTheVenueWhenRepeated() {
        venue.answers(LOST);
        venue.answers(400, "{\"error\":\"Invalid orderID\"}");

        assertThat(failure(call(Purpose.CANCEL)).failure()).isEqualTo(Failure.REFUSED);
    }

    @Test
    void readGoesOnToTheNextAddressAtOnceAndStaysThere() throws IOException {
        try (LocalVenue other = LocalVenue.plain()) {
            URI nobody = closedPort();
            transport.close();
            transport = venue.transport(
                    time, settings -> settings.endpoints(Service.CLOB, nobody, venue.address(), other.address()));
            venue.answers(500, "");
            other.answers(200, "\"first\"");
            other.answers(200, "\"second\"");

            assertThat(transport.execute(call(Purpose.READ)).text()).isEqualTo("\"first\"");
            assertThat(transport.execute(call(Purpose.READ)).text()).isEqualTo("\"second\"");

            assertThat(waited()).isZero();
            assertThat(venue.server().getRequestCount()).isEqualTo(1);
            assertThat(transport.report().services().get(0).attempts()).isEqualTo(4);
        }
    }

    @Test
    void readPausesOnceAllAddressesHaveFailed() {
        try (LocalVenue other = LocalVenue.plain()) {
            transport.close();
            transport = venue.transport(
                    time,
                    settings -> settings.endpoints(Service.CLOB, venue.address(), other.address())
                            .retry(new RetrySettings(4, Duration.ofMillis(100), Duration.ofSeconds(1), 0)));
            venue.answers(500, "");
            other.answers(500, "");
            venue.answers(200, "{}");

            transport.execute(call(Purpose.READ));

            assertThat(waited()).isEqualTo(Duration.ofMillis(100));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDER", "WRITE", "CANCEL"})
    void onlyReadsGoToAnotherAddress(Purpose purpose) throws IOException {
        try (LocalVenue other = LocalVenue.plain()) {
            URI nobody = closedPort();
            transport.close();
            transport = venue.transport(time, settings -> settings.endpoints(Service.CLOB, nobody, other.address()));

            assertThat(failure(call(purpose)).failure()).isEqualTo(Failure.NOT_SENT);

            assertThat(other.server().getRequestCount()).isZero();
        }
    }

    @Test
    void interruptEndsThePauseAndStaysKnown() {
        venue.answers(500, "");
        Thread.currentThread().interrupt();

        RequestException failure = failure(call(Purpose.READ));

        assertThat(failure.failure()).isIn(Failure.SERVER_ERROR, Failure.NO_ANSWER, Failure.NOT_SENT);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(waited()).isZero();
    }

    @Test
    void proofThatCannotBeMadeIsNotRepeated() {
        Call call = call(Purpose.READ).authorized((method, path, body, seconds, header) -> {
            throw new IllegalStateException("no key");
        });

        RequestException failure = failure(call);

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure).hasMessageContaining("its proof could not be made").hasRootCauseMessage("no key");
        assertThat(waited()).isZero();
    }

    @Test
    void headerThatCannotBeSentIsNamedButNotShown() {
        Call call = call(Purpose.ORDER)
                .authorized((method, path, body, seconds, header) -> header.accept("POLY_PASSPHRASE", "secret\n"));

        RequestException failure = failure(call);

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure).hasMessageContaining("POLY_PASSPHRASE").hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("secret");
    }

    @Test
    void isNotStartedAfterItsTimeThoughItWaitedForItsTurn() {
        slowly();
        venue.answers(200, "{}");
        venue.answers(200, "{}");
        transport.execute(call(Purpose.ORDER));

        RequestException failure =
                failure(call(Purpose.ORDER).startingBy(time.now().plusMillis(4_999)));

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure).hasMessageContaining("not to start after");
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void isNotStartedOnceItIsNoLongerPermittedThoughItWaitedForItsTurn() {
        slowly();
        venue.answers(200, "{}");
        venue.answers(200, "{}");
        transport.execute(call(Purpose.ORDER));
        Instant until = time.now().plusSeconds(4);

        RequestException failure =
                failure(call(Purpose.ORDER).onlyWhile(() -> time.now().isBefore(until)));

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure).hasMessageContaining("no longer permitted");
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void mayStartAtItsVeryTime() {
        slowly();
        venue.answers(200, "{}");
        venue.answers(200, "{}");
        transport.execute(call(Purpose.ORDER));

        transport.execute(call(Purpose.ORDER).startingBy(time.now().plusSeconds(5)));

        assertThat(waited()).isEqualTo(Duration.ofSeconds(5));
        assertThat(venue.server().getRequestCount()).isEqualTo(2);
    }

    /** One request in five seconds. */
    private void slowly() {
        transport.close();
        RateRule rule = RateRule.of(Service.CLOB, "POST", 1, Duration.ofSeconds(5), "/order");
        transport = venue.transport(
                time,
                settings -> settings.limits(new LimitSettings(List.of(rule), List.of(), 0, Duration.ofSeconds(1))));
    }

    private void with(RetrySettings retry) {
        transport.close();
        transport = venue.transport(time, settings -> settings.retry(retry));
    }

    private RequestException failure(Call call) {
        return catchThrowableOfType(RequestException.class, () -> transport.execute(call));
    }

    private Duration waited() {
        return Duration.ofNanos(time.nanos());
    }

    private static Call call(Purpose purpose) {
        return switch (purpose) {
            case READ -> Call.get(Service.CLOB, "/book");
            case CANCEL -> Call.of(Service.CLOB, purpose, "DELETE", "/cancel-all");
            case ORDER, WRITE ->
                Call.of(Service.CLOB, purpose, "POST", "/order").body(new byte[] {'{', '}'});
        };
    }

    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://localhost:" + socket.getLocalPort());
        }
    }
}
