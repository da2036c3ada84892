package io.ploy.testkit.polymarket.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.sim.SettlementPlan;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.limit.SignerTier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AccountReadsTest {
    private static final String ALICE = TradingFixture.ALICE_KEY;
    private static final String BOB = TradingFixture.BOB_KEY;
    private static final String BUILDER = "0x" + "0b".repeat(32);
    private static final long NOW = VenueFixture.START.getEpochSecond();

    private final TradingFixture venue = new TradingFixture(
            new TradingSettings(2, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofDays(1), 3));

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void anOpenOrderIsReadAsTheVenueWritesIt() {
        String id = venue.taken(venue.buy("100", "0.57"));
        venue.taken(venue.sell("25", "0.57"));

        String trade =
                venue.get(ALICE, "/data/trades").path("data").get(0).path("id").textValue();
        assertThat(venue.get(ALICE, "/data/order/" + id).toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"status\":\"LIVE\",\"owner\":\"" + ALICE + "\",\"maker_address\":\""
                        + venue.alice.wallet().checksummed() + "\",\"market\":\"" + VenueFixture.CONDITION
                        + "\",\"asset_id\":\"1001\",\"side\":\"BUY\",\"original_size\":\"100\",\"size_matched\":\"25\","
                        + "\"price\":\"0.57\",\"outcome\":\"Yes\",\"expiration\":\"0\",\"order_type\":\"GTC\","
                        + "\"associate_trades\":[\"" + trade + "\"],\"created_at\":" + NOW + "}");
    }

    @Test
    void onlyOnesOwnOpenOrdersAreFound() {
        String id = venue.taken(venue.buy("10", "0.57"));

        assertThat(venue.getAnswer(BOB, "/data/order/" + id).status()).isEqualTo(404);
        assertThat(venue.getAnswer(ALICE, "/data/order/7").status()).isEqualTo(400);
        assertThat(venue.getAnswer(ALICE, "/data/order/0x" + id.substring(2).toUpperCase(Locale.ROOT))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void openOrdersComeInPagesOldestFirst() {
        List<String> placed = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            placed.add(venue.taken(venue.buy("10", "0.0" + i)));
        }

        List<String> read = new ArrayList<>();
        String cursor = "MA==";
        List<Integer> counts = new ArrayList<>();
        while (!cursor.equals("LTE=")) {
            JsonNode page = venue.get(ALICE, "/data/orders", "next_cursor", cursor);
            read.addAll(page.path("data").findValuesAsText("id"));
            counts.add(page.path("count").intValue());
            assertThat(page.path("limit").intValue()).isEqualTo(2);
            cursor = page.path("next_cursor").textValue();
        }

        assertThat(read).isEqualTo(placed);
        assertThat(counts).containsExactly(2, 2, 1);
        assertThat(venue.get(ALICE, "/data/orders", "next_cursor", "LTE=").path("data"))
                .isEmpty();
        assertThat(venue.getAnswer(ALICE, "/data/orders", "next_cursor", "???").body())
                .isEqualTo("{\"error\":\"invalid order params payload\"}");
        assertThat(venue.get(ALICE, "/data/pre-migration-orders")
                        .path("next_cursor")
                        .textValue())
                .isEqualTo("LTE=");
    }

    @Test
    void openOrdersAreFiltered() {
        String yes = venue.taken(venue.buy("10", "0.40"));
        String no = venue.taken(venue.buy("10", "0.40").token(VenueFixture.NO));
        String other = venue.taken(venue.buy("10", "0.40").token("2001"));

        assertThat(orders("id", no)).containsExactly(no);
        assertThat(orders("market", VenueFixture.CONDITION)).containsExactly(yes, no);
        assertThat(orders("asset_id", "2001")).containsExactly(other);
    }

    @Test
    void restingOrdersScore() {
        String id = venue.taken(venue.buy("10", "0.40"));
        String unknown = "0x" + "09".repeat(32);

        assertThat(venue.get(ALICE, "/order-scoring", "order_id", id).toString())
                .isEqualTo("{\"scoring\":true}");
        assertThat(TradingFixture.json(
                                venue.ask(ALICE, "POST", "/orders-scoring", "[\"" + id + "\",\"" + unknown + "\"]"))
                        .toString())
                .isEqualTo("{\"" + id + "\":true,\"" + unknown + "\":false}");
    }

    @Test
    void aTradeIsReadAsTheVenueWritesItByEitherSide() {
        String making = venue.taken(venue.buy("10", "0.57"));
        String taking = venue.taken(venue.sell("10", "0.57"));

        JsonNode mine = venue.get(ALICE, "/data/trades").path("data").get(0);
        JsonNode theirs = venue.get(BOB, "/data/trades").path("data").get(0);

        assertThat(theirs.toString())
                .isEqualTo("{\"id\":\"" + theirs.path("id").textValue() + "\",\"taker_order_id\":\"" + taking
                        + "\",\"market\":\"" + VenueFixture.CONDITION
                        + "\",\"asset_id\":\"1001\",\"side\":\"SELL\",\"size\":\"10\",\"fee_rate_bps\":\"400\","
                        + "\"price\":\"0.57\",\"status\":\"MATCHED\",\"match_time\":\"" + NOW
                        + "\",\"match_time_nano\":\"" + NOW + "000000000\",\"last_update\":\"" + NOW
                        + "\",\"outcome\":\"Yes\",\"bucket_index\":0,\"owner\":\"" + BOB + "\",\"maker_address\":\""
                        + venue.bob.wallet().checksummed()
                        + "\",\"transaction_hash\":\"\",\"err_msg\":null,\"trader_side\":\"TAKER\",\"maker_orders\":["
                        + "{\"order_id\":\"" + making + "\",\"owner\":\"" + ALICE + "\",\"maker_address\":\""
                        + venue.alice.wallet().checksummed()
                        + "\",\"matched_amount\":\"10\",\"price\":\"0.57\",\"fee_rate_bps\":\"0\",\"asset_id\":\"1001\","
                        + "\"outcome\":\"Yes\",\"side\":\"BUY\",\"builder_fee\":\"0\",\"builder_code\":\"0x"
                        + "0".repeat(64) + "\"}]}");
        assertThat(mine.path("trader_side").textValue()).isEqualTo("MAKER");
        assertThat(mine.path("id")).isEqualTo(theirs.path("id"));
    }

    @Test
    void tradesSettleStepByStep() {
        SettlementStatus[] steps = {
            SettlementStatus.QUEUED, SettlementStatus.RETRYING, SettlementStatus.MINED, SettlementStatus.CONFIRMED
        };
        venue.run(() -> venue.venue.state.exchange().settleBy((trade, usual) -> plan(steps)));
        venue.taken(venue.buy("10", "0.50"));
        venue.taken(venue.sell("10", "0.50"));

        List<String> statuses = new ArrayList<>();
        for (int i = 0; i <= steps.length; i++) {
            JsonNode trade = venue.get(ALICE, "/data/trades").path("data").get(0);
            statuses.add(trade.path("status").textValue());
            assertThat(trade.path("last_update").textValue()).isEqualTo(Long.toString(NOW + i));
            venue.venue.loop.advance(Duration.ofSeconds(1));
        }

        assertThat(statuses).containsExactly("MATCHED", "MATCHED_NOT_BROADCASTED", "RETRYING", "MINED", "CONFIRMED");
        assertThat(venue.get(ALICE, "/data/trades")
                        .path("data")
                        .get(0)
                        .path("transaction_hash")
                        .textValue())
                .matches("0x[0-9a-f]{64}");
    }

    @Test
    void tradesAreFilteredAndComeNewestFirstInPages() {
        for (int i = 0; i < 3; i++) {
            venue.taken(venue.buy("10", "0.50"));
            venue.taken(venue.sell("10", "0.50"));
            venue.venue.loop.advance(Duration.ofSeconds(10));
        }
        JsonNode first = venue.get(ALICE, "/data/trades");
        JsonNode second = venue.get(
                ALICE, "/data/trades", "next_cursor", first.path("next_cursor").textValue());
        List<String> ids = first.path("data").findValuesAsText("id");

        assertThat(first.path("data").findValuesAsText("match_time"))
                .containsExactly(Long.toString(NOW + 20), Long.toString(NOW + 10));
        assertThat(second.path("data").findValuesAsText("match_time")).containsExactly(Long.toString(NOW));
        assertThat(second.path("next_cursor").textValue()).isEqualTo("LTE=");
        assertThat(trades("id", ids.get(1))).containsExactly(ids.get(1));
        assertThat(trades("after", Long.toString(NOW + 11))).containsExactly(ids.get(0));
        assertThat(trades("before", Long.toString(NOW + 9))).hasSize(1).doesNotContainAnyElementsOf(ids);
        assertThat(trades("market", VenueFixture.NEG_RISK_CONDITION)).isEmpty();
        assertThat(trades("asset_id", VenueFixture.YES)).hasSize(2);
        assertThat(trades("maker_address", venue.bob.wallet().checksummed())).hasSize(2);
        assertThat(trades("maker_address", venue.maker.wallet().checksummed())).isEmpty();
        assertThat(venue.getAnswer(ALICE, "/data/trades", "after", "yesterday").body())
                .isEqualTo("{\"error\":\"Invalid trade params payload\"}");
        assertThat(venue.getAnswer(ALICE, "/data/trades", "maker_address", "me").status())
                .isEqualTo(400);
    }

    @Test
    void anothersTradeIsNotRead() {
        venue.rest("10", "0.50");
        venue.taken(venue.buy("10", "0.50"));
        String id =
                venue.get(ALICE, "/data/trades").path("data").get(0).path("id").textValue();

        assertThat(venue.get(BOB, "/data/trades", "id", id).path("data")).isEmpty();
        assertThat(venue.get(BOB, "/data/trades").path("data")).isEmpty();
    }

    @Test
    void aTradeBetweenTwoWalletsOfOneKeyIsOneTrade() {
        venue.run(() -> venue.venue
                .state
                .exchange()
                .depositSets(venue.deposit.id(), venue.venue.market.market().id(), Quantity.ofShares(10)));
        venue.taken(new OrderText(venue.deposit, ALICE, Side.SELL, "10", "5"));
        venue.taken(venue.buy("10", "0.50"));

        JsonNode data = venue.get(ALICE, "/data/trades").path("data");

        assertThat(data).hasSize(1);
        assertThat(data.get(0).path("trader_side").textValue()).isEqualTo("TAKER");
    }

    @Test
    void aBuildersTradesAreReadByEverybody() {
        venue.rest("20", "0.50");
        venue.taken(venue.buy("10", "0.50").with("builder", BUILDER));
        venue.taken(venue.buy("10", "0.50"));

        JsonNode data =
                venue.get("nobody", "/builder/trades", "builder_code", BUILDER).path("data");

        assertThat(data).hasSize(1);
        assertThat(data.get(0).path("builder").textValue()).isEqualTo(BUILDER);
        assertThat(data.get(0).path("sizeUsdc").textValue()).isEqualTo("5");
        assertThat(venue.getAnswer("nobody", "/builder/trades").status()).isEqualTo(400);
        assertThat(venue.getAnswer("nobody", "/builder/trades", "builder_code", "0x" + "0".repeat(64))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void balancesMoveWhenTradesAreConfirmed() {
        venue.taken(venue.buy("10", "0.50"));
        venue.taken(venue.sell("10", "0.50"));
        venue.venue.loop.advance(Duration.ofSeconds(4));
        assertThat(balance("asset_type", "COLLATERAL")).isEqualTo("1000000000");

        venue.venue.loop.advance(Duration.ofSeconds(1));

        assertThat(balance("asset_type", "COLLATERAL")).isEqualTo("995000000");
        assertThat(balance("asset_type", "CONDITIONAL", "token_id", VenueFixture.YES))
                .isEqualTo("10000000");
        assertThat(balance("asset_type", "CONDITIONAL", "token_id", VenueFixture.NO))
                .isEqualTo("0");
        assertThat(balance("asset_type", "COLLATERAL", "signature_type", "3")).isEqualTo("1000000000");
        assertThat(balance("asset_type", "COLLATERAL", "signature_type", "2")).isEqualTo("0");
    }

    @Test
    void allowancesAreNamedBySpender() {
        String unlimited = "115792089237316195423570985008687907853269984665640564039457584007913129639935";
        String path = "/balance-allowance/update";
        assertThat(venue.get(ALICE, path, "asset_type", "COLLATERAL")
                        .path("allowances")
                        .toString())
                .isEqualTo("{\"0xE111180000d2663C0091e4f400237545B87B996B\":\"" + unlimited
                        + "\",\"0xe2222d279d744050d28e00520010520000310F59\":\"" + unlimited
                        + "\",\"0xe3333700cA9d93003F00f0F71f8515005F6c00Aa\":\"" + unlimited + "\"}");

        venue.run(() -> venue.venue.state.exchange().approve(venue.alice.id(), Cash.ofUsd(4), false));

        assertThat(venue.get(ALICE, path, "asset_type", "COLLATERAL").path("allowances"))
                .containsOnly(TextNode.valueOf("4000000"));
        assertThat(venue.get(ALICE, path, "asset_type", "CONDITIONAL-V2", "token_id", "3001")
                        .path("allowances")
                        .toString())
                .isEqualTo("{\"0xe3333700cA9d93003F00f0F71f8515005F6c00Aa\":\"0\"}");
    }

    @Test
    void wrongBalanceReadsAreRefused() {
        assertThat(venue.getAnswer(ALICE, "/balance-allowance").body()).isEqualTo("{\"error\":\"Invalid asset type\"}");
        assertThat(venue.getAnswer(ALICE, "/balance-allowance", "asset_type", "COLLATERAL", "signature_type", "9")
                        .body())
                .isEqualTo("{\"error\":\"Invalid signature_type\"}");
        assertThat(venue.getAnswer(ALICE, "/balance-allowance", "asset_type", "CONDITIONAL")
                        .body())
                .isEqualTo("{\"error\":\"Invalid token id\"}");
    }

    @Test
    void notificationsTellOfFillsCancelsFailuresAndResolutionsUntilTheyAreDropped() {
        venue.run(() -> venue.venue.state.exchange().settleBy((trade, usual) -> plan(SettlementStatus.FAILED)));
        String order = venue.taken(venue.buy("10", "0.50"));
        venue.taken(venue.sell("5", "0.50"));
        venue.venue.loop.advance(Duration.ofSeconds(1));
        venue.ask(ALICE, "DELETE", "/order", "{\"orderID\":\"" + order + "\"}");

        JsonNode all = venue.get(ALICE, "/notifications");
        assertThat(all.findValuesAsText("type").stream().filter(type -> type.length() == 1))
                .containsExactly("2", "8", "1");
        assertThat(all.get(0).path("owner").textValue()).isEqualTo(ALICE);
        assertThat(all.get(0).path("payload").path("matched_size").textValue()).isEqualTo("5");
        assertThat(all.get(2).path("payload").path("order_id").textValue()).isEqualTo(order);

        String ids = all.get(0).path("id") + "," + all.get(1).path("id");
        assertThat(venue.query(ALICE, "DELETE", "/notifications", "ids", ids).body())
                .isEqualTo("\"OK\"");
        assertThat(venue.get(ALICE, "/notifications")).hasSize(1);
        assertThat(venue.query(ALICE, "DELETE", "/notifications", "ids", "x").status())
                .isEqualTo(400);

        venue.run(() -> venue.venue
                .state
                .exchange()
                .resolve(new Resolution(venue.venue.market.market().id(), Price.ONE, Price.ZERO, VenueFixture.START)));
        JsonNode bobs = venue.get(BOB, "/notifications");
        assertThat(bobs.get(bobs.size() - 1).path("type").intValue()).isEqualTo(4);
        assertThat(bobs.get(bobs.size() - 1).path("payload").path("outcome").textValue())
                .isEqualTo("Yes");
        assertThat(venue.get(ALICE, "/notifications")).hasSize(1);
    }

    @Test
    void onlyTheLastNotificationsWait() {
        for (int i = 0; i < 5; i++) {
            venue.taken(venue.buy("10", "0.50"));
            venue.ask(ALICE, "DELETE", "/cancel-all", "");
        }

        JsonNode waiting = venue.get(ALICE, "/notifications");
        assertThat(waiting.findValues("id")).extracting(JsonNode::intValue).containsExactly(3, 4, 5);
    }

    @Test
    void theTierIsTold() {
        venue.run(() -> venue.limits.tier(venue.alice.signer(), SignerTier.GOLD));

        assertThat(venue.get(ALICE, "/v1/user/rate-limit-tier").toString()).isEqualTo("{\"tier\":\"gold\"}");
        assertThat(venue.get(BOB, "/v1/user/rate-limit-tier").toString()).isEqualTo("{\"tier\":\"standard\"}");
    }

    @Test
    void nothingIsEarned() {
        assertThat(venue.get(ALICE, "/rewards/user", "date", "2026-11-20").toString())
                .isEqualTo("{\"data\":[],\"next_cursor\":\"LTE=\",\"limit\":2,\"count\":0}");
        assertThat(venue.get(ALICE, "/rewards/user/markets").path("data")).isEmpty();
        assertThat(venue.get(ALICE, "/rewards/user/total").toString()).isEqualTo("[]");
        assertThat(venue.get(ALICE, "/rewards/user/percentages").toString()).isEqualTo("{}");
    }

    @Test
    void nothingIsReadWithoutCredentials() {
        for (String path : List.of(
                "/data/orders",
                "/data/order/0x" + "09".repeat(32),
                "/data/pre-migration-orders",
                "/data/trades",
                "/order-scoring",
                "/balance-allowance",
                "/notifications",
                "/rewards/user",
                "/rewards/user/total",
                "/v1/user/rate-limit-tier")) {
            assertThat(venue.getAnswer("nobody", path).status()).as(path).isEqualTo(401);
        }
    }

    private List<String> orders(String name, String value) {
        return venue.get(ALICE, "/data/orders", name, value).path("data").findValuesAsText("id");
    }

    private List<String> trades(String name, String value) {
        return venue.get(ALICE, "/data/trades", name, value).path("data").findValuesAsText("id");
    }

    private String balance(String... query) {
        return venue.get(ALICE, "/balance-allowance", query).path("balance").textValue();
    }

    private static SettlementPlan plan(SettlementStatus... statuses) {
        List<SettlementPlan.Step> steps = new ArrayList<>();
        for (SettlementStatus status : statuses) {
            steps.add(new SettlementPlan.Step(Duration.ofSeconds(steps.size() + 1), status));
        }
        return new SettlementPlan(steps);
    }
}
