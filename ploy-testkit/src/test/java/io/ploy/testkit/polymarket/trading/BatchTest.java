package io.ploy.testkit.polymarket.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.testkit.polymarket.mode.VenueMode;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BatchTest {
    private final TradingFixture venue = new TradingFixture();

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void everyOrderIsTakenOrRefusedByItself() {
        OrderText twice = venue.buy("10", "0.40");
        OrderText unsigned = venue.buy("10", "0.40").with("signature", PlainOrders.BAD_SIGNATURE);

        WireAnswer answer = post(twice, venue.buy("1", "0.40"), unsigned, twice, venue.buy("10", "0.39"));

        JsonNode legs = TradingFixture.json(answer);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(legs.findValuesAsText("status")).containsExactly("live", "", "", "", "live");
        assertThat(legs.findValuesAsText("success")).containsOnly("true");
        assertThat(legs.get(1).path("errorMsg").textValue()).endsWith("Size (1) lower than the minimum: 5");
        assertThat(legs.get(1).path("orderID").textValue()).isEmpty();
        assertThat(legs.get(2).path("errorMsg").textValue()).isEqualTo("invalid signature");
        assertThat(legs.get(3).path("errorMsg").textValue()).endsWith("Duplicated.");
        assertThat(answer.headers()).containsEntry("Poly-RateLimit-Remaining", "55");
        assertThat(venue.get(TradingFixture.ALICE_KEY, "/data/orders").path("data"))
                .hasSize(2);
    }

    @Test
    void tooManyOrNoneOrUnreadableOnesAreRefusedAsAWhole() {
        List<OrderText> sixteen = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            sixteen.add(venue.buy("10", "0.40"));
        }

        assertThat(post(sixteen.toArray(OrderText[]::new)).body())
                .isEqualTo("{\"error\":\"Too many orders in payload: 16, max allowed: 15\"}");
        assertThat(post().status()).isEqualTo(400);
        assertThat(venue.ask(TradingFixture.ALICE_KEY, "POST", "/orders", "{}").status())
                .isEqualTo(400);
        assertThat(venue.ask(TradingFixture.ALICE_KEY, "POST", "/orders", "[" + sixteen.get(0).json + ",7]")
                        .body())
                .isEqualTo("{\"error\":\"Invalid order payload\"}");
        assertThat(venue.get(TradingFixture.ALICE_KEY, "/data/orders").path("data"))
                .isEmpty();
        sixteen.remove(0);
        assertThat(post(sixteen.toArray(OrderText[]::new)).status()).isEqualTo(200);
    }

    @Test
    void aBatchIsMeteredAsAWhole() {
        for (int i = 0; i < 4; i++) {
            post(fifteen());
        }

        WireAnswer refused = post(venue.buy("10", "0.40"), venue.buy("10", "0.40"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(venue.get(TradingFixture.ALICE_KEY, "/data/orders").path("data"))
                .hasSize(60);
    }

    @Test
    void oneOrderThatMayCrossKeepsABatchOutOfPostOnlyMode() {
        venue.run(() -> venue.mode.set(VenueMode.POST_ONLY));

        assertThat(post(venue.buy("10", "0.40").postOnly(), venue.buy("10", "0.40"))
                        .status())
                .isEqualTo(503);
        assertThat(post(
                                venue.buy("10", "0.40").postOnly(),
                                venue.buy("10", "0.40").postOnly())
                        .status())
                .isEqualTo(200);
    }

    private OrderText[] fifteen() {
        OrderText[] orders = new OrderText[15];
        Arrays.setAll(orders, i -> venue.buy("5", "0.10"));
        return orders;
    }

    private WireAnswer post(OrderText... orders) {
        String body = "["
                + String.join(
                        ",",
                        Arrays.stream(orders)
                                .map(order -> order.json.toString())
                                .toList())
                + "]";
        return venue.ask(TradingFixture.ALICE_KEY, "POST", "/orders", body);
    }
}
