package io.ploy.testkit.polymarket.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.Side;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.mode.VenueMode;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CancelTest {
    private static final String ALICE = TradingFixture.ALICE_KEY;
    private static final String BOB = TradingFixture.BOB_KEY;

    private final TradingFixture venue = new TradingFixture();

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void anOpenOrderIsCancelledOnce() {
        String order = venue.taken(venue.buy("10", "0.40"));

        assertThat(cancel(ALICE, order).body()).isEqualTo("{\"canceled\":[\"" + order + "\"],\"not_canceled\":{}}");
        assertThat(cancel(ALICE, order).body())
                .isEqualTo("{\"canceled\":[],\"not_canceled\":{\"" + order + "\":\"already canceled or matched\"}}");
    }

    @Test
    void aMatchedOrderIsNotCancelled() {
        String order = venue.taken(venue.buy("10", "0.40"));
        venue.taken(venue.sell("10", "0.40"));

        assertThat(reason(cancel(ALICE, order), order)).isEqualTo("already canceled or matched");
    }

    @Test
    void anothersOrderIsNotFound() {
        String order = venue.taken(venue.buy("10", "0.40"));

        assertThat(reason(cancel(BOB, order), order)).isEqualTo("order not found");
        assertThat(open(ALICE)).containsExactly(order);
    }

    @Test
    void anOrderInTheTakerDelayCannotBeCancelled() {
        venue.takerDelay(Duration.ofSeconds(3));
        venue.rest("60", "0.50");
        String order = venue.taken(venue.buy("10", "0.50"));

        assertThat(reason(cancel(ALICE, order), order)).isEqualTo("order match delayed due to market conditions");
        JsonNode all = TradingFixture.json(venue.ask(ALICE, "DELETE", "/cancel-all", ""));
        assertThat(all.path("canceled")).isEmpty();
        assertThat(all.path("not_canceled").has(order)).isTrue();
    }

    @Test
    void severalAreCancelledWithOneRequest() {
        String first = venue.taken(venue.buy("10", "0.40"));
        String second = venue.taken(venue.buy("10", "0.41"));
        String unknown = "0x" + "09".repeat(32);

        WireAnswer answer =
                venue.ask(ALICE, "DELETE", "/orders", "[\"" + first + "\",\"" + unknown + "\",\"" + second + "\"]");

        JsonNode json = TradingFixture.json(answer);
        assertThat(texts(json.path("canceled"))).containsExactly(first, second);
        assertThat(json.path("not_canceled").path(unknown).textValue()).isEqualTo("order not found");
        assertThat(answer.headers()).containsEntry("Poly-RateLimit-Remaining", "117");
    }

    @Test
    void allOrdersOfAKeyAreCancelledWhateverTheWalletAndNobodyElses() {
        String own = venue.taken(venue.buy("10", "0.40"));
        OrderText walletOrder = new OrderText(venue.deposit, ALICE, Side.BUY, "4", "10");
        String wallets = venue.taken(walletOrder);
        String bobs = venue.taken(venue.sell("10", "0.60"));

        WireAnswer answer = venue.ask(ALICE, "DELETE", "/cancel-all", "");

        assertThat(texts(TradingFixture.json(answer).path("canceled"))).containsExactly(own, wallets);
        assertThat(open(BOB)).containsExactly(bobs);
        assertThat(answer.headers()).containsEntry("Poly-RateLimit-Remaining", "117");
    }

    @Test
    void ordersAreCancelledByMarketAndByToken() {
        String yes = venue.taken(venue.buy("10", "0.40"));
        String no = venue.taken(venue.buy("10", "0.40").token(VenueFixture.NO));
        String other = venue.taken(venue.buy("10", "0.40").token("2001"));

        assertThat(cancelled("{\"asset_id\":\"" + VenueFixture.NO + "\"}")).containsExactly(no);
        assertThat(cancelled("{\"market\":\"" + VenueFixture.NEG_RISK_CONDITION + "\",\"asset_id\":\"2002\"}"))
                .isEmpty();
        assertThat(cancelled("{\"market\":\"" + VenueFixture.NEG_RISK_CONDITION + "\"}"))
                .containsExactly(other);
        assertThat(open(ALICE)).containsExactly(yes);
        assertThat(venue.ask(ALICE, "DELETE", "/cancel-market-orders", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNoOrderIdIsRefused() {
        assertThat(venue.ask(ALICE, "DELETE", "/order", "{\"orderID\":\"7\"}").body())
                .isEqualTo("{\"error\":\"Invalid orderID\"}");
        assertThat(venue.ask(ALICE, "DELETE", "/order", "").status()).isEqualTo(400);
        assertThat(venue.ask(ALICE, "DELETE", "/orders", "[7]").body()).isEqualTo("{\"error\":\"Invalid orderID\"}");
        assertThat(venue.ask(ALICE, "DELETE", "/orders", "[]").status()).isEqualTo(400);
    }

    @Test
    void aThousandIdsAreTheMost() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            ids.add("\"0x" + String.format("%064x", i) + "\"");
        }

        assertThat(venue.ask(ALICE, "DELETE", "/orders", ids.toString()).body())
                .isEqualTo("{\"error\":\"Too many orders in payload, max allowed: 1000\"}");
        ids.remove(0);
        assertThat(venue.ask(ALICE, "DELETE", "/orders", ids.toString()).status())
                .isEqualTo(429);
    }

    @Test
    void cancelsPassInCancelOnlyModeAndNotWhileTheEngineRestarts() {
        String order = venue.taken(venue.buy("10", "0.40"));
        venue.run(() -> venue.mode.set(VenueMode.RESTARTING));
        assertThat(cancel(ALICE, order).status()).isEqualTo(425);
        venue.run(() -> venue.mode.set(VenueMode.CANCEL_ONLY));

        assertThat(cancel(ALICE, order).status()).isEqualTo(200);
        assertThat(open(ALICE)).isEmpty();
    }

    private List<String> cancelled(String body) {
        return texts(TradingFixture.json(venue.ask(ALICE, "DELETE", "/cancel-market-orders", body))
                .path("canceled"));
    }

    private WireAnswer cancel(String key, String order) {
        return venue.ask(key, "DELETE", "/order", "{\"orderID\":\"" + order + "\"}");
    }

    private static String reason(WireAnswer answer, String order) {
        return TradingFixture.json(answer).path("not_canceled").path(order).textValue();
    }

    private List<String> open(String key) {
        return venue.get(key, "/data/orders").path("data").findValuesAsText("id");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
