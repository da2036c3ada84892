package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void defaultsAreTheVenuesOwnAddresses() {
        HttpSettings settings = HttpSettings.defaults();

        assertThat(Stream.of(Service.values()).map(settings::endpoints))
                .containsExactly(
                        List.of(URI.create("https://clob.polymarket.com")),
                        List.of(URI.create("https://gamma-api.polymarket.com")),
                        List.of(URI.create("https://data-api.polymarket.com")),
                        List.of(URI.create("https://relayer-v2.polymarket.com")),
                        List.of(URI.create("https://polymarket.com")));
    }

    @Test
    void everyKindOfRequestHasATime() {
        HttpSettings settings = HttpSettings.defaults();

        for (Service service : Service.values()) {
            for (Purpose purpose : Purpose.values()) {
                assertThat(settings.timing(service, purpose).deadline()).isPositive();
            }
        }
    }

    @Test
    void laterChangesToTheBuilderDoNotReachTheSettings() {
        HttpSettings.Builder builder = HttpSettings.builder();
        HttpSettings settings = builder.build();
        Timing before = settings.timing(Service.CLOB, Purpose.READ);

        builder.timing(Service.CLOB, Purpose.READ, new Timing(SECOND, SECOND))
                .endpoints(Service.CLOB, URI.create("http://localhost"));

        assertThat(settings.timing(Service.CLOB, Purpose.READ)).isEqualTo(before);
        assertThat(settings.endpoints(Service.CLOB)).containsExactly(URI.create("https://clob.polymarket.com"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void wrongSettingIsRefusedWithWhatIsAllowed(String said, ThrowingCallable setting) {
        assertThatIllegalArgumentException().isThrownBy(setting).withMessageContaining(said);
    }

    static Stream<Arguments> wrong() {
        HttpSettings.Builder builder = HttpSettings.builder();
        return Stream.of(
                wrong("http or https", () -> builder.endpoints(Service.CLOB, URI.create("ftp://host"))),
                wrong("http or https", () -> builder.endpoints(Service.CLOB, URI.create("https:/nohost"))),
                wrong("without query", () -> builder.endpoints(Service.CLOB, URI.create("https://host?a=b"))),
                wrong("without query", () -> builder.endpoints(Service.CLOB, URI.create("https://host#a"))),
                wrong("carry a user: host h", () -> builder.endpoints(Service.CLOB, URI.create("https://u:secret@h"))),
                wrong("printable ASCII", () -> builder.userAgent(" ")),
                wrong("printable ASCII", () -> builder.userAgent("a\nb")),
                wrong("a millisecond or more", () -> builder.connectTimeout(Duration.ZERO)),
                wrong("a byte or more", () -> builder.maxBodyBytes(0)),
                wrong("must not be negative", () -> builder.keepWarm(Duration.ofSeconds(-1))),
                wrong("deadline must be positive", () -> new Timing(Duration.ZERO, SECOND)),
                wrong("no more than the deadline", () -> new Timing(SECOND, Duration.ofSeconds(2))),
                wrong("no more than the deadline", () -> new Timing(SECOND, Duration.ZERO)),
                wrong("at least one attempt", () -> new RetrySettings(0, SECOND, SECOND, 0)),
                wrong("no longer than the longest", () -> new RetrySettings(1, SECOND, Duration.ofMillis(1), 0)),
                wrong("a millisecond or more", () -> new RetrySettings(1, Duration.ZERO, SECOND, 0)),
                wrong("0 to 100 percent", () -> new RetrySettings(1, SECOND, SECOND, 101)),
                wrong("at least one call", () -> new BreakerSettings(10, 11, 50, SECOND, 1, true)),
                wrong("at least one call", () -> new BreakerSettings(10, 0, 50, SECOND, 1, true)),
                wrong("1 to 100 percent", () -> new BreakerSettings(10, 5, 0, SECOND, 1, true)),
                wrong("open for a millisecond", () -> new BreakerSettings(10, 5, 50, Duration.ZERO, 1, true)),
                wrong("at least one trial", () -> new BreakerSettings(10, 5, 50, SECOND, 0, true)),
                wrong("must not be negative", () -> new ClockSettings(Duration.ofSeconds(-1), SECOND, SECOND)),
                wrong("must be positive", () -> new ClockSettings(SECOND, Duration.ZERO, SECOND)),
                wrong("must be positive", () -> new ClockSettings(SECOND, SECOND, Duration.ZERO)),
                wrong("0 to 90 percent", () -> new LimitSettings(List.of(), List.of(), 91, SECOND)),
                wrong("must not be negative", () -> new LimitSettings(List.of(), List.of(), 1, Duration.ofNanos(-1))),
                wrong("name a service", () -> new RateRule(Set.of(), Set.of(), List.of(), 1, SECOND)),
                wrong("begin with a slash", () -> RateRule.of(Service.CLOB, "GET", 1, SECOND, "book")),
                wrong("at least one request", () -> RateRule.total(Service.CLOB, 0, SECOND)),
                wrong("must be positive", () -> RateRule.total(Service.CLOB, 1, Duration.ZERO)),
                wrong("small letters", () -> new SignerTier("Gold", 1, 1, 1, 1, true)),
                wrong("at least one order", () -> new SignerTier("gold", 0, 1, 1, 1, true)),
                wrong("one token or more", () -> Call.get(Service.CLOB, "/x").costing(0)));
    }

    private static Arguments wrong(String said, ThrowingCallable setting) {
        return Arguments.of(said, setting);
    }
}
