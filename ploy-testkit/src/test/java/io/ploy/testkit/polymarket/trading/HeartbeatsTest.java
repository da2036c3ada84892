package io.ploy.testkit.polymarket.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HeartbeatsTest {
    private static final String ALICE = TradingFixture.ALICE_KEY;
    private static final String OTHER_KEY = "00000000-0000-4000-8000-00000000000c";

    private final TradingFixture venue = new TradingFixture();

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void ordersLiveAsLongAsTheChainGoesOn() {
        venue.taken(venue.buy("10", "0.40"));
        String id = next(beat(""));
        for (int i = 0; i < 5; i++) {
            wait(9_999);
            String following = next(beat(id));
            assertThat(following).isNotEqualTo(id);
            id = following;
        }
        assertThat(open()).isEqualTo(1);

        wait(9_999);
        assertThat(open()).isEqualTo(1);
        wait(1);
        assertThat(open()).isZero();
    }

    @Test
    void withoutAnyHeartbeatOrdersStay() {
        venue.taken(venue.buy("10", "0.40"));

        wait(60_000);

        assertThat(open()).isEqualTo(1);
    }

    @Test
    void aWrongIdIsToldTheRightOneAndDoesNotCount() {
        venue.taken(venue.buy("10", "0.40"));
        String id = next(beat(""));
        wait(6_000);

        WireAnswer wrong = beat("");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).isEqualTo("{\"error_msg\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"" + id + "\"}");
        wait(4_000);

        assertThat(open()).isZero();
    }

    @Test
    void aMissedDeadlineBeginsAnew() {
        String id = next(beat(""));
        wait(10_000);

        assertThat(beat(id).body()).isEqualTo("{\"error_msg\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"\"}");
        assertThat(beat("").status()).isEqualTo(200);
    }

    @Test
    void onlyTheOrdersOfThatApiKeyAreCancelled() {
        venue.callers.add(OTHER_KEY, venue.alice.signer());
        venue.taken(venue.buy("10", "0.40"));
        OrderText others = venue.buy("10", "0.41");
        others.json.put("owner", OTHER_KEY);
        venue.taken(others);
        beat("");

        wait(10_000);

        JsonNode left = venue.get(ALICE, "/data/orders").path("data");
        assertThat(left.findValuesAsText("owner")).containsExactly(OTHER_KEY);
    }

    @Test
    void theOlderRouteCountsAndStartsTheIdsAnew() {
        venue.taken(venue.buy("10", "0.40"));
        String id = next(beat(""));
        wait(5_000);

        assertThat(venue.ask(ALICE, "POST", "/heartbeats", "").body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(beat(id).status()).isEqualTo(400);
        wait(9_000);
        assertThat(open()).isEqualTo(1);
        assertThat(beat("").status()).isEqualTo(200);
        wait(10_000);
        assertThat(open()).isZero();
    }

    @Test
    void whatIsNoHeartbeatIsRefused() {
        assertThat(venue.ask(ALICE, "POST", "/v1/heartbeats", "{\"heartbeat_id\":7}")
                        .body())
                .isEqualTo("{\"error\":\"Invalid payload\"}");
        assertThat(venue.ask(ALICE, "POST", "/v1/heartbeats", "{}").status()).isEqualTo(400);
        assertThat(venue.ask(ALICE, "POST", "/v1/heartbeats", "{\"heartbeat_id\":null}")
                        .status())
                .isEqualTo(200);
    }

    private WireAnswer beat(String id) {
        return venue.ask(ALICE, "POST", "/v1/heartbeats", "{\"heartbeat_id\":\"" + id + "\"}");
    }

    private static String next(WireAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return TradingFixture.json(answer).path("heartbeat_id").textValue();
    }

    private void wait(int millis) {
        venue.venue.loop.advance(Duration.ofMillis(millis));
    }

    private int open() {
        return venue.get(ALICE, "/data/orders").path("data").size();
    }
}
