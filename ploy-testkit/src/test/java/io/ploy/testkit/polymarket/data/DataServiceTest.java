package io.ploy.testkit.polymarket.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.Asked;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataServiceTest {
    private static final Address ALICE = new Address("0x" + "11".repeat(20));
    private static final Address BOB = new Address("0x" + "22".repeat(20));
    private static final MarketId MARKET = new MarketId("polymarket", VenueFixture.CONDITION);

    private final VenueFixture venue = new VenueFixture();
    private final DataService data = venue.loop.ask(
            () -> new DataService(venue.state, new VenueBooks(venue.state), Duration.ofSeconds(3), 1_000));
    private final VenueAccount alice = venue.open("alice", WalletKind.EOA, ALICE, ALICE, "1000");
    private final VenueAccount bob = venue.open("bob", WalletKind.EOA, BOB, BOB, "1000");

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void approvalsAreThoseOfTheChain() {
        venue.loop.ask(() -> {
            venue.state.approvals().allow(ALICE, VenueContract.ROUTER.on(137).orElseThrow(), BigInteger.valueOf(5));
            venue.state
                    .approvals()
                    .operate(
                            ALICE,
                            VenueContract.CONDITIONAL_TOKENS,
                            VenueContract.ADAPTER.on(137).orElseThrow(),
                            false);
            return true;
        });
        Map<String, JsonNode> byId = new HashMap<>();
        rows("/v2/approvals?user=" + ALICE)
                .get("contracts")
                .forEach(row -> byId.put(row.get("id").asText(), row));
        assertThat(byId.get("collateral-router").get("amount").asText()).isEqualTo("5");
        assertThat(byId.get("collateral-collateralAdapter").get("amount").asText())
                .isEqualTo("max");
        assertThat(byId.get("conditionalTokens-collateralAdapter")
                        .get("approved")
                        .asBoolean())
                .isFalse();
        assertThat(byId.get("positionManager-router").get("approved").asBoolean())
                .isTrue();
    }

    private JsonNode json(String target) {
        return Asked.json(data, Api.DATA, venue.loop, target);
    }

    private JsonNode rows(String target) {
        return json(target).get("data");
    }

    private void place(VenueAccount account, OrderRequest request) {
        venue.loop.ask(() -> venue.state.exchange().place(account.id(), request));
    }

    private static OrderRequest buy(boolean first, String shares, String price, VenueFixture venue) {
        return OrderRequest.buy(
                (first ? venue.market.market().first() : venue.market.market().second()).instrument(),
                Quantity.parse(shares),
                Price.parse(price));
    }

    private void trade() {
        place(bob, buy(false, "100", "0.40", venue));
        place(alice, buy(true, "100", "0.60", venue));
    }

    private void resolve() {
        venue.loop.ask(() -> {
            venue.state.exchange().resolve(Resolution.first(MARKET, VenueFixture.START));
            return true;
        });
    }

    @Test
    void pricesAreGivenMinuteByMinute() {
        place(alice, buy(true, "100", "0.50", venue));
        place(bob, buy(false, "100", "0.40", venue));
        venue.loop.advance(Duration.ofMinutes(4));

        JsonNode each = rows("/v2/prices-history?interval=1h&token_id=" + VenueFixture.YES);
        assertThat(each).hasSize(5);
        assertThat(each.get(4).get("price").decimalValue()).isEqualByComparingTo("0.55");
        assertThat(each.get(4).get("timestamp").longValue()).isEqualTo(VenueFixture.START.getEpochSecond() + 240);
        assertThat(each.get(4).get("resolution_seconds").intValue()).isEqualTo(60);
        assertThat(rows("/v2/prices-history?interval=1h&bucket_seconds=120&token_id=" + VenueFixture.YES))
                .hasSize(3);
        assertThat(rows("/v2/prices-history?start=" + (VenueFixture.START.getEpochSecond() + 60) + "&end="
                        + (VenueFixture.START.getEpochSecond() + 180) + "&token_id=" + VenueFixture.NO))
                .extracting(row -> row.get("price").decimalValue().toPlainString())
                .containsExactly("0.45", "0.45");
        assertThat(json("/v2/prices-history?token_id=1").get("code").textValue())
                .isEqualTo("invalid_parameter");
        assertThat(json("/v2/prices-history?interval=2h&token_id=1")
                        .get("error")
                        .textValue())
                .contains("max, all, 1m, 1w, 1d, 6h or 1h");
    }

    @Test
    void aPositionShowsWhenItsTradeIsFinalAndTheIndexerCaughtUp() {
        trade();
        venue.loop.advance(Duration.ofSeconds(7));
        assertThat(rows("/v2/positions?user=" + ALICE.hex())).isEmpty();

        venue.loop.advance(Duration.ofSeconds(1));

        JsonNode position = rows("/v2/positions?user=" + ALICE.hex()).get(0);
        assertThat(position.get("token_id").asText()).isEqualTo(VenueFixture.YES);
        assertThat(position.get("condition_id").asText()).isEqualTo(VenueFixture.CONDITION);
        assertThat(position.get("current_size").decimalValue()).isEqualByComparingTo("100");
        assertThat(position.get("avg_price").decimalValue()).isEqualByComparingTo("0.6");
        assertThat(position.get("entry_cost_usdc").decimalValue()).isEqualByComparingTo("60");
        assertThat(position.get("entry_fees_usdc").decimalValue()).isEqualByComparingTo("0.96");
        assertThat(position.get("status").asText()).isEqualTo("OPEN");
        assertThat(position.get("opposite_token_id").asText()).isEqualTo(VenueFixture.NO);
        JsonNode old =
                json("/positions?user=" + ALICE.hex() + "&sizeThreshold=0").get(0);
        assertThat(old.get("size").decimalValue()).isEqualByComparingTo("100");
        assertThat(old.get("avgPrice").decimalValue()).isEqualByComparingTo("0.6");
    }

    @Test
    void sellingRealisesAtAverageCostAndAClosedPositionStaysReadable() {
        trade();
        venue.loop.advance(Duration.ofSeconds(10));
        place(bob, buy(true, "100", "0.70", venue));
        place(
                alice,
                OrderRequest.sell(
                        venue.market.market().first().instrument(), Quantity.ofShares(100), Price.parse("0.70")));
        venue.loop.advance(Duration.ofSeconds(10));

        assertThat(rows("/v2/positions?user=" + ALICE.hex())).isEmpty();
        JsonNode closed =
                rows("/v2/positions?status=CLOSED&user=" + ALICE.hex()).get(0);
        assertThat(closed.get("realized_pnl").decimalValue()).isEqualByComparingTo("9.16");
        assertThat(closed.get("status").asText()).isEqualTo("CLOSED");
        assertThat(json("/closed-positions?user=" + ALICE.hex())).hasSize(1);
    }

    @Test
    void smallPositionsAreHiddenUnlessAskedFor() {
        place(bob, buy(false, "5", "0.40", venue));
        place(
                alice,
                OrderRequest.spend(venue.market.market().first().instrument(), Cash.parse("1"), Price.parse("0.60")));
        venue.loop.advance(Duration.ofSeconds(10));

        assertThat(rows("/v2/positions?filter_amount=2&user=" + ALICE.hex())).isEmpty();
        assertThat(rows("/v2/positions?user=" + ALICE.hex())).hasSize(1);
    }

    @Test
    void bothSidesOfATradeAreActivitiesAndTradesAreTheTakersUnlessAskedFor() {
        trade();
        venue.loop.advance(Duration.ofSeconds(10));

        assertThat(rows("/v2/trades?condition=" + VenueFixture.CONDITION)).hasSize(1);
        assertThat(rows("/v2/trades?taker_only=false&condition=" + VenueFixture.CONDITION))
                .hasSize(2);
        assertThat(rows("/v2/trades?user=" + BOB.hex() + "&taker_only=false")
                        .get(0)
                        .get("side")
                        .asText())
                .isEqualTo("BUY");
        assertThat(rows("/v2/trades?side=SELL")).isEmpty();
        assertThat(rows("/v2/activity?type=TRADE&user=" + BOB.hex())
                        .get(0)
                        .get("usdc_size")
                        .decimalValue())
                .isEqualByComparingTo("40");
        assertThat(rows("/v2/trades?start=" + VenueFixture.START.plusSeconds(60).getEpochSecond()))
                .isEmpty();
        assertThat(json("/trades?market=" + VenueFixture.CONDITION)
                        .get(0)
                        .get("asset")
                        .asText())
                .isEqualTo(VenueFixture.YES);
    }

    @Test
    void splitsMergesAndRedemptionsAreActivitiesThatChangePositions() {
        venue.loop.ask(
                () -> venue.state.exchange().operate(alice.id(), Operation.Kind.SPLIT, MARKET, Quantity.ofShares(50)));
        venue.loop.ask(
                () -> venue.state.exchange().operate(alice.id(), Operation.Kind.MERGE, MARKET, Quantity.ofShares(20)));
        venue.loop.advance(Duration.ofSeconds(5));
        assertThat(rows("/v2/positions?status=MERGEABLE&user=" + ALICE.hex())).hasSize(2);
        assertThat(rows("/v2/positions?user=" + ALICE.hex())
                        .get(0)
                        .get("current_size")
                        .decimalValue())
                .isEqualByComparingTo("30");
        resolve();
        assertThat(rows("/v2/positions?status=REDEEMABLE&user=" + ALICE.hex())).hasSize(1);
        assertThat(rows("/v2/positions?status=REDEEMABLE_LOST&user=" + ALICE.hex()))
                .hasSize(1);

        venue.loop.ask(() -> venue.state.exchange().operate(alice.id(), Operation.Kind.REDEEM, MARKET, Quantity.ZERO));
        venue.loop.advance(Duration.ofSeconds(5));

        assertThat(rows("/v2/positions?user=" + ALICE.hex())).isEmpty();
        assertThat(rows("/v2/activity?user=" + ALICE.hex()).findValuesAsText("type"))
                .containsExactly("REDEEM", "MERGE", "SPLIT");
    }

    @Test
    void aConversionIsAnActivityOfEachMarketGivenAndChangesPositionsOfAll() {
        List<MarketId> event =
                venue.listEvent(3).stream().map(market -> market.market().id()).toList();
        venue.loop.ask(() -> {
            event.subList(0, 2)
                    .forEach(market -> venue.state.exchange().depositSets(alice.id(), market, Quantity.ofShares(50)));
            return true;
        });
        Conversion conversion = new Conversion(event.subList(0, 2), event.subList(2, 3));

        venue.loop.ask(() -> venue.state.exchange().convert(alice.id(), conversion, Quantity.ofShares(20)));
        venue.loop.advance(Duration.ofSeconds(5));

        JsonNode rows = rows("/v2/activity?type=CONVERSION&user=" + ALICE.hex());
        assertThat(rows)
                .extracting(row -> row.get("condition_id").asText())
                .containsExactlyInAnyOrder(event.get(0).symbol(), event.get(1).symbol());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get("size").decimalValue()).isEqualByComparingTo("20"));
        assertThat(rows).extracting(row -> row.get("usdc_size").asInt()).containsExactlyInAnyOrder(20, 0);
        assertThat(rows("/v2/positions?user=" + ALICE.hex()))
                .filteredOn(row ->
                        row.get("condition_id").asText().equals(event.get(2).symbol()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("outcome").asText()).isEqualTo("Yes");
                    assertThat(row.get("current_size").decimalValue()).isEqualByComparingTo("20");
                });
    }

    @Test
    void marketsAreDescribed() {
        trade();
        venue.loop.advance(Duration.ofSeconds(10));
        String market = VenueFixture.CONDITION;

        assertThat(rows("/v2/value?user=" + ALICE.hex()).get("value").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(rows("/v2/oi?condition=" + market).get(0).get("value").decimalValue())
                .isEqualByComparingTo("100");
        assertThat(rows("/v2/holders?condition=" + market)
                        .get(0)
                        .get("holders")
                        .get(0)
                        .get("proxy_wallet")
                        .asText())
                .isEqualTo(ALICE.hex());
        assertThat(rows("/v2/resolutions?condition=" + market)
                        .get(0)
                        .get("status")
                        .asText())
                .isEqualTo("ACTIVE");
        resolve();
        JsonNode resolution = rows("/v2/resolutions?condition=" + market).get(0);
        assertThat(resolution.get("status").asText()).isEqualTo("RESOLVED");
        assertThat(resolution.get("payouts").get(0).asLong()).isEqualTo(1_000_000);
        assertThat(rows("/v2/value?user=" + ALICE.hex()).get("value").decimalValue())
                .isEqualByComparingTo("100");
        assertThat(json("/value?user=" + ALICE.hex()).get(0).get("value").decimalValue())
                .isEqualByComparingTo("100");
        assertThat(rows("/v2/user-stats?user=" + ALICE.hex()).get("trades").asInt())
                .isEqualTo(1);
        assertThat(rows("/v2/status").get("serving").get("lag_seconds").asInt()).isEqualTo(3);
    }

    @Test
    void pagesFollowTheirCursor() {
        trade();
        venue.loop.advance(Duration.ofSeconds(10));
        JsonNode page = json("/v2/trades?taker_only=false&limit=1");
        assertThat(page.get("pagination").get("has_more").asBoolean()).isTrue();

        JsonNode last = json("/v2/trades?taker_only=false&limit=1&cursor="
                + page.get("pagination").get("next_cursor").asText());

        assertThat(last.get("pagination").get("next_cursor").isNull()).isTrue();
        assertThat(List.of(
                        page.get("data").get(0).get("proxy_wallet").asText(),
                        last.get("data").get(0).get("proxy_wallet").asText()))
                .containsExactlyInAnyOrder(ALICE.hex(), BOB.hex());
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/positions",
        "/v2/positions?user=me",
        "/v2/positions?user=0x1111111111111111111111111111111111111111&offset=1",
        "/v2/positions?user=0x1111111111111111111111111111111111111111&limit=x",
        "/v2/trades?cursor=YXQ6eA",
        "/v2/trades?start=soon",
        "/v2/trades?filter_amount=x",
        "/v2/oi"
    })
    void whatCannotBeReadIsRefusedAsTheIndexerDoes(String target) {
        WireAnswer answer = Asked.get(data, Api.DATA, venue.loop, target);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Asked.read(answer.body()).get("code").asText()).isEqualTo("invalid_parameter");
        assertThat(Asked.read(answer.body()).get("retryable").asBoolean()).isFalse();
    }
}
