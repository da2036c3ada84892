package io.ploy.testkit.polymarket.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AddressLimitsTest {
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final RestService service = request -> () -> WireAnswer.json("{}");

    @Test
    void theRequestBeyondALimitIsRefusedUntilTheWindowHasMoved() {
        RestService limited = limited(new LimitRule(Api.CLOB, "GET", List.of("/book"), 4, Duration.ofSeconds(10)));
        for (int i = 0; i < 4; i++) {
            ask(limited, "GET", "/book", "127.0.0.1:1000");
        }

        WireAnswer refused = refused(limited, "GET", "/book", "127.0.0.1:2000");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("{\"error\":\"Too Many Requests\"}");
        long wait = Long.parseLong(refused.headers().get("Retry-After"));
        assertThat(wait).isEqualTo(13);

        now = now.plusSeconds(12);
        refused(limited, "GET", "/book", "127.0.0.1:1000");
        now = now.plusSeconds(wait - 12);
        ask(limited, "GET", "/book", "127.0.0.1:1000");
    }

    @Test
    void othersAndOtherRequestsAreNotHeldUp() {
        RestService limited = limited(new LimitRule(Api.CLOB, "GET", List.of("/book"), 1, Duration.ofSeconds(10)));
        ask(limited, "GET", "/book", "127.0.0.1:1000");

        ask(limited, "GET", "/book", "127.0.0.2:1000");
        ask(limited, "POST", "/book", "127.0.0.1:1000");
        ask(limited, "GET", "/books", "127.0.0.1:1000");
        refused(limited, "GET", "/book/below", "127.0.0.1:1000");
    }

    @Test
    void aRefusedRequestIsNotCountedByTheOtherRules() {
        RestService limited = limited(
                new LimitRule(null, null, List.of(), 3, Duration.ofSeconds(10)),
                new LimitRule(Api.CLOB, "GET", List.of("/book"), 1, Duration.ofSeconds(10)));
        ask(limited, "GET", "/book", "127.0.0.1:1000");
        refused(limited, "GET", "/book", "127.0.0.1:1000");
        refused(limited, "GET", "/book", "127.0.0.1:1000");

        ask(limited, "GET", "/price", "127.0.0.1:1000");
        ask(limited, "GET", "/price", "127.0.0.1:1000");
        refused(limited, "GET", "/price", "127.0.0.1:1000");
    }

    @Test
    void whatTheServiceRefusesAtOnceCountsToo() {
        RestService strict = request -> {
            throw new RefusedException(401, "Unauthorized/Invalid api key");
        };
        RestService limited = new AddressLimits(
                        List.of(new LimitRule(null, null, List.of(), 1, Duration.ofSeconds(10))), () -> now, true)
                .around(strict);

        assertThat(refused(limited, "GET", "/data/orders", "127.0.0.1:1").status())
                .isEqualTo(401);
        assertThat(refused(limited, "GET", "/data/orders", "127.0.0.1:1").status())
                .isEqualTo(429);
    }

    @Test
    void limitsCanBeSwitchedOffAndOn() {
        AddressLimits limits = new AddressLimits(
                List.of(new LimitRule(null, null, List.of(), 1, Duration.ofSeconds(10))), () -> now, false);
        RestService limited = limits.around(service);
        ask(limited, "GET", "/ok", "127.0.0.1:1");
        ask(limited, "GET", "/ok", "127.0.0.1:1");

        limits.hold(true);

        ask(limited, "GET", "/ok", "127.0.0.1:1");
        refused(limited, "GET", "/ok", "127.0.0.1:1");
    }

    @Test
    void thePublishedTableKnowsTheOrderRoutesByMethod() {
        RestService limited = limited(LimitTable.published().toArray(LimitRule[]::new));
        for (int i = 0; i < 250; i++) {
            ask(limited, "DELETE", "/cancel-all", "127.0.0.1:1");
        }

        refused(limited, "DELETE", "/cancel-all", "127.0.0.1:1");
        ask(limited, "DELETE", "/order", "127.0.0.1:1");
        ask(limited, "POST", "/order", "127.0.0.1:1");
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThatThrownBy(() -> new LimitRule(Api.CLOB, null, List.of(), 0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private RestService limited(LimitRule... rules) {
        return new AddressLimits(List.of(rules), () -> now, true).around(service);
    }

    private static void ask(RestService service, String method, String path, String remote) {
        assertThat(service.receive(request(method, path, remote)).take().status())
                .isEqualTo(200);
    }

    private static WireAnswer refused(RestService service, String method, String path, String remote) {
        return catchThrowableOfType(
                        RefusedException.class,
                        () -> service.receive(request(method, path, remote)).take())
                .answer();
    }

    private static WireRequest request(String method, String path, String remote) {
        return new WireRequest(1, Api.CLOB, method, path, Map.of(), Map.of(), "", remote);
    }
}
