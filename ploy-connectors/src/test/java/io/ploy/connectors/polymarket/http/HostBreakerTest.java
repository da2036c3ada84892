package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostBreakerTest {
    private static final BreakerSettings AFTER_FOUR = new BreakerSettings(10, 4, 50, Duration.ofSeconds(5), 2, true);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-25T12:00:00Z"));
    private final LocalVenue venue = LocalVenue.plain();
    private HttpTransport transport = transport(AFTER_FOUR);

    @AfterEach
    void close() {
        transport.close();
        venue.close();
    }

    @Test
    void hostThatFailsIsLeftAloneAtOnceAndItIsSaidForHowLong() {
        fail(4);

        RequestException failure = failure(Purpose.ORDER);

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure).hasMessageContaining("localhost").hasMessageContaining("tried again in PT5S");
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(venue.server().getRequestCount()).isEqualTo(4);
        assertThat(state()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void readDoesNotWaitForAHostThatIsLeftAlone() {
        fail(4);
        time.advance(Duration.ofSeconds(2));
        long before = time.nanos();

        RequestException failure = failure(Purpose.READ);

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(time.nanos()).isEqualTo(before);
    }

    @Test
    void fewFailuresLeaveItAsItIs() {
        fail(3);

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void hostThatIsBackIsUsedAgain() {
        fail(4);
        time.advance(Duration.ofMillis(5_001));
        venue.answers(200, "{}");
        venue.answers(200, "{}");

        transport.execute(call(Purpose.ORDER));
        assertThat(state()).isEqualTo(BreakerState.TRYING);
        transport.execute(call(Purpose.ORDER));

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void hostThatIsNotBackIsLeftAloneAgain() {
        fail(4);
        time.advance(Duration.ofMillis(5_001));
        venue.answers(500, "");
        venue.answers(500, "");
        failure(Purpose.ORDER);
        failure(Purpose.ORDER);

        RequestException failure = failure(Purpose.ORDER);

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(venue.server().getRequestCount()).isEqualTo(6);
    }

    @Test
    void cancelsGoOutAllTheSame() {
        fail(4);
        venue.answers(200, "{\"canceled\":[]}");

        assertThat(transport.execute(call(Purpose.CANCEL)).text()).contains("canceled");
    }

    @Test
    void cancelsAreLeftToo() {
        transport.close();
        transport = transport(new BreakerSettings(10, 4, 50, Duration.ofSeconds(5), 2, false));
        fail(4);

        assertThat(failure(Purpose.CANCEL).failure()).isEqualTo(Failure.NOT_SENT);

        assertThat(venue.server().getRequestCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "425", "429"})
    void refusalsAreNoFaultOfTheHost(int status) {
        for (int i = 0; i < 10; i++) {
            venue.answers(status, "no");
            failure(Purpose.ORDER);
        }

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void modesOfTheEngineAreNoFaultOfTheHost() {
        for (int i = 0; i < 10; i++) {
            venue.answers(503, "{\"code\":\"post_only_mode\"}");
            failure(Purpose.ORDER);
        }

        assertThat(state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void readGoesToAnotherAddressWithoutAskingTheOneThatIsLeftAlone() {
        try (LocalVenue other = LocalVenue.plain()) {
            transport.close();
            transport = venue.transport(
                    time,
                    settings -> settings.breaker(AFTER_FOUR)
                            .limits(unlimited())
                            .endpoints(Service.CLOB, venue.address(), other.address()));
            fail(4);
            other.answers(200, "\"other\"");

            assertThat(transport.execute(call(Purpose.READ)).text()).isEqualTo("\"other\"");

            assertThat(venue.server().getRequestCount()).isEqualTo(4);
        }
    }

    @Test
    void servicesOnOneHostShareItsFate() {
        fail(4);

        RequestException failure = catchThrowableOfType(
                RequestException.class, () -> transport.execute(Call.get(Service.GAMMA, "/events")));

        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
    }

    private HttpTransport transport(BreakerSettings breaker) {
        return venue.transport(time, settings -> settings.breaker(breaker).limits(unlimited()));
    }

    private static LimitSettings unlimited() {
        return new LimitSettings(java.util.List.of(), java.util.List.of(), 0, Duration.ofMillis(1));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            venue.answers(500, "");
            failure(Purpose.ORDER);
        }
    }

    private BreakerState state() {
        return transport.report().services().get(0).hosts().get(0).state();
    }

    private RequestException failure(Purpose purpose) {
        return catchThrowableOfType(RequestException.class, () -> transport.execute(call(purpose)));
    }

    private static Call call(Purpose purpose) {
        return purpose == Purpose.READ
                ? Call.get(Service.CLOB, "/book")
                : Call.of(Service.CLOB, purpose, purpose == Purpose.CANCEL ? "DELETE" : "POST", "/order");
    }
}
