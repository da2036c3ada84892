package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ploy.connectors.polymarket.http.Http2Server.Script;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which orders HTTP/2 gives back untouched, and which it leaves in doubt. */
class GivenBackTest {
    private static final int NO_ERROR = 0;
    private static final int REFUSED_STREAM = 7;

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-25T12:00:00Z"));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 11})
    void orderAboveTheLastOneTheServerLooksAtWasNotSent(int reason) throws IOException {
        RequestException failure = failure((stream, out) -> out.goAway(0, reason));

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure).hasMessageContaining("POST /order").hasMessageContaining("given back");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, Integer.MAX_VALUE})
    void orderTheServerMayHaveLookedAtIsInDoubt(int last) throws IOException {
        RequestException failure = failure((stream, out) -> {
            out.goAway(last, NO_ERROR);
            out.close();
        });

        assertThat(failure.failure()).isEqualTo(Failure.NO_ANSWER);
    }

    @Test
    void ofTwoOrdersOnOneConnectionOnlyTheOneAboveTheLastWasNotSent() throws Exception {
        AtomicInteger arrived = new AtomicInteger();
        Script script = (stream, out) -> {
            if (stream == 3) {
                out.answer(stream);
            } else if (arrived.incrementAndGet() == 2) {
                out.goAway(5, NO_ERROR);
                out.close();
            }
        };
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Http2Server server = new Http2Server(script);
                HttpTransport transport = transport(server)) {
            transport.execute(Call.get(Service.CLOB, "/ok"));

            Future<RequestException> one = both.submit(() -> failure(transport));
            Future<RequestException> other = both.submit(() -> failure(transport));

            assertThat(List.of(
                            one.get(20, TimeUnit.SECONDS).failure(),
                            other.get(20, TimeUnit.SECONDS).failure()))
                    .containsExactlyInAnyOrder(Failure.NO_ANSWER, Failure.NOT_SENT);
            assertThat(server.requests()).containsExactlyInAnyOrder(3, 5, 7);
            assertThat(server.connections()).isEqualTo(1);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void orderOnARefusedStreamWasNotSent() throws IOException {
        RequestException failure = failure((stream, out) -> out.reset(stream, REFUSED_STREAM));

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 11, 13, 99})
    void orderOnAStreamThatIsResetForAnyOtherReasonIsInDoubt(int code) throws IOException {
        RequestException failure = failure((stream, out) -> out.reset(stream, code));

        assertThat(failure.failure()).isEqualTo(Failure.NO_ANSWER);
    }

    @Test
    void orderThatWasBegunToBeAnsweredIsInDoubtWhateverFollows() throws IOException {
        RequestException refused = failure((stream, out) -> {
            out.beginAnswer(stream);
            out.reset(stream, REFUSED_STREAM);
        });
        RequestException gone = failure((stream, out) -> {
            out.beginAnswer(stream);
            out.goAway(0, NO_ERROR);
        });

        assertThat(refused.failure()).isEqualTo(Failure.NO_ANSWER);
        assertThat(gone.failure()).isEqualTo(Failure.NO_ANSWER);
    }

    @Test
    void orderAfterAFarewellGoesOutOnANewConnection() throws IOException {
        Script script = (stream, out) -> {
            out.answer(stream);
            out.goAway(stream, NO_ERROR);
        };
        try (Http2Server server = new Http2Server(script);
                HttpTransport transport = transport(server)) {
            for (int i = 0; i < 20; i++) {
                try {
                    transport.execute(order());
                } catch (RequestException e) {
                    assertThat(e.failure()).as("met the farewell on its way").isEqualTo(Failure.NOT_SENT);
                }
            }
            assertThat(server.connections()).isGreaterThan(1);
        }
    }

    /** What one order ends with, which must have come once. */
    private RequestException failure(Script script) throws IOException {
        try (Http2Server server = new Http2Server(script);
                HttpTransport transport = transport(server)) {
            RequestException failure = failure(transport);

            assertThat(server.requests()).as("one order came").containsExactly(3);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(failure).isNotNull();
            return failure;
        }
    }

    private static RequestException failure(HttpTransport transport) {
        return catchThrowableOfType(RequestException.class, () -> transport.execute(order()));
    }

    private static Call order() {
        return Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order")
                .body("{\"salt\":1}".getBytes(StandardCharsets.UTF_8))
                .within(Duration.ofSeconds(10));
    }

    private HttpTransport transport(Http2Server server) {
        HttpSettings settings =
                HttpSettings.builder().endpoints(Service.CLOB, server.address()).build();
        return new HttpTransport(settings, time, new SplittableRandom(7), Http2Server.client());
    }
}
