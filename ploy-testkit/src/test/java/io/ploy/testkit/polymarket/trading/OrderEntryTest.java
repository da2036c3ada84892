package io.ploy.testkit.polymarket.trading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.Standing;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.mode.VenueMode;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.math.BigInteger;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class OrderEntryTest {
    private static final long NOW = VenueFixture.START.getEpochSecond();

    private final TradingFixture venue = new TradingFixture();

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void aLimitOrderRests() {
        WireAnswer answer = venue.post(venue.buy("100", "0.57"));

        JsonNode json = TradingFixture.json(answer);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"errorMsg\":\"\",\"orderID\":\""
                        + json.path("orderID").textValue()
                        + "\",\"takingAmount\":\"\",\"makingAmount\":\"\",\"status\":\"live\",\"success\":true}");
        assertThat(answer.headers()).containsEntry("Poly-RateLimit-Remaining", "59");
    }

    @Test
    void aCrossingBuyTellsWhatItPaidAndGot() {
        venue.rest("60", "0.50");

        JsonNode answer = TradingFixture.json(venue.post(venue.buy("100", "0.57")));

        assertThat(answer.path("status").textValue()).isEqualTo("matched");
        assertThat(answer.path("makingAmount").textValue()).isEqualTo("30");
        assertThat(answer.path("takingAmount").textValue()).isEqualTo("60");
        assertThat(answer.path("tradeIDs")).hasSize(1);
        assertThat(answer.has("transactionsHashes")).isFalse();
    }

    @Test
    void aCrossingSaleTellsWhatItGaveAndGot() {
        venue.taken(venue.buy("20", "0.57"));

        JsonNode answer = TradingFixture.json(venue.post(venue.sell("10", "0.50")));

        assertThat(answer.path("makingAmount").textValue()).isEqualTo("10");
        assertThat(answer.path("takingAmount").textValue()).isEqualTo("5.7");
    }

    @Test
    void aMarketBuySpendsWhatItSignedAndImprovementBringsShares() {
        venue.rest("100", "0.50");

        JsonNode answer = TradingFixture.json(venue.post(spend("10", "17.5438").type("FAK")));

        assertThat(answer.path("makingAmount").textValue()).isEqualTo("10");
        assertThat(answer.path("takingAmount").textValue()).isEqualTo("20");
    }

    @Test
    void aFillAndKillTakesWhatThereIs() {
        venue.rest("10", "0.50");

        JsonNode answer = TradingFixture.json(venue.post(spend("10", "17.5438").type("FAK")));

        assertThat(answer.path("status").textValue()).isEqualTo("matched");
        assertThat(answer.path("makingAmount").textValue()).isEqualTo("5");
        assertThat(venue.get(TradingFixture.ALICE_KEY, "/data/orders").path("data"))
                .isEmpty();
    }

    @Test
    void aFillOrKillThatCannotFillIsRefusedWithItsWords() {
        venue.rest("10", "0.50");

        refused(
                spend("10", "17.5438").type("FOK"),
                400,
                "order couldn't be fully filled. FOK orders are fully filled or killed.");
        assertThat(venue.get(TradingFixture.ALICE_KEY, "/data/trades").path("data"))
                .isEmpty();
    }

    @Test
    void aFillAndKillThatFindsNothingIsRefusedWithItsWords() {
        refused(
                spend("10", "17.5438").type("FAK"),
                400,
                "no orders found to match with FAK order. FAK orders are partially filled or killed if no match is found.");
    }

    @Test
    void aMarketSaleSellsShares() {
        venue.taken(venue.buy("20", "0.57"));

        JsonNode answer =
                TradingFixture.json(venue.post(venue.sell("10", "0.56").type("FOK")));

        assertThat(answer.path("status").textValue()).isEqualTo("matched");
        assertThat(answer.path("takingAmount").textValue()).isEqualTo("5.7");
    }

    @Test
    void anOrderInTheTakerDelayIsDelayedAndMatchesAfterIt() {
        venue.takerDelay(Duration.ofSeconds(3));
        venue.rest("60", "0.50");

        String order = venue.taken(venue.buy("50", "0.57"));
        assertThat(venue.get(TradingFixture.ALICE_KEY, "/data/order/" + order)
                        .path("status")
                        .textValue())
                .isEqualTo("DELAYED");

        venue.venue.loop.advance(Duration.ofSeconds(3));
        assertThat(venue.getAnswer(TradingFixture.ALICE_KEY, "/data/order/" + order)
                        .status())
                .isEqualTo(404);
        assertThat(venue.get(TradingFixture.ALICE_KEY, "/data/trades").path("data"))
                .hasSize(1);
    }

    @Test
    void aDelayedOrderSaysSo() {
        venue.takerDelay(Duration.ofSeconds(3));
        venue.rest("60", "0.50");

        JsonNode answer = TradingFixture.json(venue.post(venue.buy("50", "0.57")));

        assertThat(answer.path("status").textValue()).isEqualTo("delayed");
        assertThat(answer.has("tradeIDs")).isFalse();
    }

    @Test
    void aPostOnlyOrderRestsOrIsRefused() {
        venue.rest("60", "0.50");

        venue.taken(venue.buy("10", "0.49").postOnly());
        refused(venue.buy("10", "0.50").postOnly(), 400, "invalid post-only order: order crosses book");
    }

    @Test
    void aGoodTillDateOrderEndsAMinuteBeforeItsDate() {
        String order = venue.taken(venue.buy("10", "0.49").until(NOW + 120));

        assertThat(venue.get(TradingFixture.ALICE_KEY, "/data/order/" + order)
                        .path("expiration")
                        .textValue())
                .isEqualTo(Long.toString(NOW + 120));
        venue.venue.loop.advance(Duration.ofSeconds(60));
        assertThat(venue.getAnswer(TradingFixture.ALICE_KEY, "/data/order/" + order)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDepositWalletsOrderNamesTheWalletAsSigner() {
        OrderText order = new OrderText(venue.deposit, TradingFixture.ALICE_KEY, Side.BUY, "5", "10");

        assertThat(TradingFixture.json(venue.post(order)).path("status").textValue())
                .isEqualTo("live");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(400, "the order owner has to be the owner of the API KEY", order -> {
                    order.json.put("owner", TradingFixture.BOB_KEY);
                    return order;
                }),
                refusal(
                        400,
                        "the order signer address has to be the address of the API KEY",
                        order -> order.with("signer", "0x" + "b1".repeat(20))),
                refusal(
                        400,
                        "the order signer address has to be the address of the API KEY",
                        order -> order.with("maker", "0x" + "b1".repeat(20))),
                refusal(400, "not enough balance / allowance", order -> order.with("maker", "0x" + "99".repeat(20))),
                refusal(400, "invalid signature", order -> order.with("signature", PlainOrders.BAD_SIGNATURE)),
                refusal(404, "No orderbook exists for the requested token id", order -> order.token("77")),
                refusal(400, "Invalid order payload", order -> order.with("takerAmount", "0")),
                refusal(400, "invalid expiration", order -> order.with("expiration", "1795262400")),
                refusal(400, "invalid expiration", order -> order.type("GTD")),
                refusal(400, "invalid expiration", order -> order.until(NOW + 60)),
                refusal(
                        400,
                        "invalid post-only order: only GTC and GTD orders are allowed",
                        order -> order.type("FAK").postOnly()),
                refusal(400, "invalid timestamp", order -> order.with("timestamp", Long.toString(NOW))),
                refusal(
                        400,
                        "invalid timestamp",
                        order -> order.with("timestamp", Long.toString((NOW + 3_600) * 1_000))),
                refusal(
                        400,
                        "order {id} is invalid. Price (0.575) breaks minimum tick size rule: 0.01",
                        order -> order.with("makerAmount", "5750000").with("takerAmount", "10000000")),
                refusal(
                        400,
                        "order {id} is invalid. Price (1.2) breaks minimum tick size rule: 0.01",
                        order -> order.with("makerAmount", "12000000").with("takerAmount", "10000000")),
                refusal(
                        400,
                        "order {id} is invalid. Price (0.333333) breaks minimum tick size rule: 0.01",
                        order -> order.with("makerAmount", "10000000").with("takerAmount", "30000000")),
                refusal(
                        400,
                        "invalid amounts, the buy orders maker amount supports a max accuracy of 4 decimals,"
                                + " taker amount a max of 2 decimals",
                        order -> order.with("makerAmount", "5005000").with("takerAmount", "10010500")),
                refusal(
                        400,
                        "invalid amounts, the market buy orders maker amount supports a max accuracy of 2 decimals,"
                                + " taker amount a max of 4 decimals",
                        order -> order.with("makerAmount", "1999422")
                                .with("takerAmount", "3998800")
                                .type("FOK")),
                refusal(
                        400,
                        "order {id} is invalid. Size (4.99) lower than the minimum: 5",
                        order -> order.with("makerAmount", "2495000").with("takerAmount", "4990000")),
                refusal(
                        400,
                        "not enough balance / allowance",
                        order -> order.with("makerAmount", "1000500000").with("takerAmount", "2001000000")));
    }

    private static Arguments refusal(int status, String words, UnaryOperator<OrderText> change) {
        return Arguments.of(status, words, change);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anOrderThatIsWrongIsRefusedInTheVenuesWords(int status, String words, UnaryOperator<OrderText> change) {
        OrderText order = change.apply(venue.buy("10", "0.50"));

        WireAnswer answer = venue.ask(TradingFixture.ALICE_KEY, "POST", "/order", order.json.toString());

        assertThat(answer.status()).isEqualTo(status);
        String error = TradingFixture.json(answer).path("error").textValue();
        assertThat(error.replaceAll("0x[0-9a-f]{64}", "{id}")).isEqualTo(words);
        assertThat(venue.get(TradingFixture.ALICE_KEY, "/data/orders").path("data"))
                .isEmpty();
    }

    @Test
    void aSaleWithTooFineAmountsIsRefused() {
        refused(
                venue.sell("10.005", "0.50"),
                400,
                "invalid amounts, the sell orders maker amount supports a max accuracy of 2 decimals,"
                        + " taker amount a max of 4 decimals");
        refused(
                venue.sell("10.005", "0.50").type("FAK"),
                400,
                "invalid amounts, the market sell orders maker amount supports a max accuracy of 2 decimals,"
                        + " taker amount a max of 4 decimals");
    }

    @Test
    void theSameOrderAgainIsADuplicateEvenWhenItIsOver() {
        OrderText order = venue.buy("10", "0.50");
        String id = venue.taken(order);

        refused(order, 400, "order " + id + " is invalid. Duplicated.");
        venue.ask(TradingFixture.ALICE_KEY, "DELETE", "/order", "{\"orderID\":\"" + id + "\"}");
        refused(order, 400, "order " + id + " is invalid. Duplicated.");
    }

    @Test
    void aRefusedOrderMayComeAgain() {
        OrderText order = venue.buy("10", "0.50");
        venue.market(market -> market.status(MarketStatus.PAUSED));
        refused(order, 400, "the market is not yet ready to process new orders");

        venue.market(market -> market.status(MarketStatus.OPEN));

        venue.taken(order);
    }

    @Test
    void whatOpenOrdersTieUpCannotBeUsedTwice() {
        venue.taken(venue.buy("1500", "0.50"));

        refused(venue.buy("600", "0.50"), 400, "not enough balance / allowance");
        refused(venue.sell("501", "0.60"), 400, "not enough balance / allowance");
    }

    @Test
    void anAllowanceIsAskedForToo() {
        venue.run(() -> venue.venue.state.exchange().approve(venue.alice.id(), Cash.ofUsd(4), true));

        refused(venue.buy("10", "0.50"), 400, "not enough balance / allowance");
        venue.taken(venue.buy("8", "0.50"));
    }

    @Test
    void eachExchangeContractIsApprovedByItself() {
        allow(VenueContract.EXCHANGE, 1_000_000_000);
        allow(VenueContract.NEG_RISK_EXCHANGE, 4_000_000);

        refused(venue.buy("10", "0.50").token("2001"), 400, "not enough balance / allowance");
        venue.taken(venue.buy("8", "0.50").token("2001"));
        venue.taken(venue.buy("10", "0.50"));
        refused(venue.buy("2", "0.50").token("2001"), 400, "not enough balance / allowance");
    }

    @Test
    void anAllowanceIsUsedUpByWhatSettlesOnItsExchange() {
        allow(VenueContract.EXCHANGE, 9_000_000);
        venue.rest("60", "0.50");
        venue.taken(venue.buy("10", "0.50"));
        venue.venue.loop.advance(Duration.ofMinutes(5));

        Address exchange = VenueContract.EXCHANGE.on(137).orElseThrow();
        assertThat(venue.venue.loop.ask(() -> venue.venue.state.approvals().allowance(venue.alice.wallet(), exchange)))
                .isLessThanOrEqualTo(BigInteger.valueOf(4_000_000))
                .isPositive();
        refused(venue.buy("9", "0.49"), 400, "not enough balance / allowance");
    }

    @Test
    void sharesAreSoldOnlyWhereTheirLedgerLetsThem() {
        Address exchange = VenueContract.EXCHANGE.on(137).orElseThrow();
        venue.run(() -> venue.venue
                .state
                .approvals()
                .operate(venue.bob.wallet(), VenueContract.CONDITIONAL_TOKENS, exchange, false));
        refused(venue.sell("10", "0.60"), 400, "not enough balance / allowance");
        venue.run(() -> venue.venue
                .state
                .approvals()
                .operate(venue.bob.wallet(), VenueContract.CONDITIONAL_TOKENS, exchange, true));
        venue.taken(venue.sell("10", "0.60"));
    }

    private void allow(VenueContract spender, long micros) {
        venue.run(() -> venue.venue
                .state
                .approvals()
                .allow(venue.alice.wallet(), spender.on(137).orElseThrow(), BigInteger.valueOf(micros)));
    }

    @Test
    void aMarketableBuyIsForADollarAtLeast() {
        venue.rest("60", "0.10");

        refused(venue.buy("9.99", "0.10"), 400, "invalid amount for a marketable BUY order ($0.999), min size: $1");
        refused(spend("0.5", "5").type("FAK"), 400, "invalid amount for a marketable BUY order ($0.5), min size: $1");
        venue.taken(venue.buy("10", "0.10"));
    }

    @Test
    void aMarketThatIsOverHasNoBook() {
        venue.run(() -> venue.venue
                .state
                .exchange()
                .resolve(new Resolution(venue.venue.market.market().id(), Price.ONE, Price.ZERO, VenueFixture.START)));

        refused(venue.buy("10", "0.50"), 404, "No orderbook exists for the requested token id");
    }

    @Test
    void ordersFollowATickThatChanged() {
        refused("10", "0.575", "0.01");
        venue.run(() -> venue.venue
                .state
                .exchange()
                .changeTick(venue.venue.market.market().id(), TickSize.TENTH_CENT));

        venue.taken(venue.buy("10", "0.575"));
        refused("10", "0.5755", "0.001");
    }

    private void refused(String shares, String price, String tick) {
        String error = TradingFixture.json(venue.post(venue.buy(shares, price)))
                .path("error")
                .textValue();
        assertThat(error).endsWith("is invalid. Price (" + price + ") breaks minimum tick size rule: " + tick);
    }

    @Test
    void aBannedKeyPlacesNothingAndAClosedOneOnlySells() {
        String bob = "'" + venue.bob.signer().checksummed() + "' address ";
        venue.run(() -> {
            venue.venue.state.accounts().restrict(venue.alice.signer(), Standing.BANNED);
            venue.venue.state.accounts().restrict(venue.bob.signer(), Standing.CLOSED_ONLY);
        });

        refused(venue.buy("10", "0.50"), 400, "'" + venue.alice.signer().checksummed() + "' address banned");
        venue.taken(venue.sell("10", "0.50"));
        refused(
                new OrderText(venue.bob, TradingFixture.BOB_KEY, Side.BUY, "5", "10"),
                400,
                bob + "in closed only mode");
    }

    @Test
    void whatIsNoJsonOrNobodysIsRefused() {
        assertThat(venue.ask(TradingFixture.ALICE_KEY, "POST", "/order", "{").body())
                .isEqualTo("{\"error\":\"Invalid order payload\"}");
        assertThat(venue.ask(TradingFixture.ALICE_KEY, "POST", "/order", "").status())
                .isEqualTo(400);
        assertThat(venue.ask(TradingFixture.ALICE_KEY, "POST", "/order", "{} {}")
                        .status())
                .isEqualTo(400);
        WireAnswer nobodys = venue.ask(
                "stranger", "POST", "/order", venue.buy("10", "0.50").json.toString());
        assertThat(nobodys.status()).isEqualTo(401);
        assertThat(nobodys.body()).isEqualTo("{\"error\":\"Unauthorized/Invalid api key\"}");
    }

    @Test
    void limitsAndModesComeBeforeTheOrderItself() {
        venue.run(() -> venue.mode.set(VenueMode.RESTARTING));
        assertThat(venue.ask(TradingFixture.ALICE_KEY, "POST", "/order", "{").status())
                .isEqualTo(425);
        venue.run(() -> venue.mode.set(VenueMode.POST_ONLY));
        assertThat(venue.post(venue.buy("10", "0.50")).status()).isEqualTo(503);
        venue.taken(venue.buy("10", "0.50").postOnly());

        for (int i = 0; i < 57; i++) {
            venue.ask(TradingFixture.ALICE_KEY, "POST", "/order", "{");
        }
        WireAnswer refused = venue.post(venue.buy("10", "0.50").postOnly());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsKey("Retry-After");
    }

    private OrderText spend(String cash, String shares) {
        return new OrderText(venue.alice, TradingFixture.ALICE_KEY, Side.BUY, cash, shares);
    }

    private void refused(OrderText order, int status, String words) {
        WireAnswer answer = venue.post(order);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(TradingFixture.json(answer).path("error").textValue()).isEqualTo(words);
    }
}
