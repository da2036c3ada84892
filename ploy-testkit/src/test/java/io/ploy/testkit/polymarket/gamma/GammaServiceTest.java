package io.ploy.testkit.polymarket.gamma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.testkit.polymarket.Asked;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaServiceTest {
    private static final AccountId MAKER = new AccountId("maker");
    private static final AccountId TAKER = new AccountId("taker");

    private final VenueFixture venue = new VenueFixture();
    private final GammaService gamma = venue.loop.ask(() -> new GammaService(venue.state, Duration.ofMinutes(5)));

    @BeforeEach
    void trade() {
        venue.loop.ask(() -> {
            venue.state.exchange().openAccount(MAKER, Cash.ofUsd(1_000));
            venue.state.exchange().openAccount(TAKER, Cash.ofUsd(1_000));
            return true;
        });
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private JsonNode json(String target) {
        return Asked.json(gamma, Api.GAMMA, venue.loop, target);
    }

    private WireAnswer answer(String target) {
        return Asked.get(gamma, Api.GAMMA, venue.loop, target);
    }

    private void buy(AccountId account, ListedMarket market, boolean first, String shares, String price) {
        venue.loop.ask(() -> venue.state
                .exchange()
                .place(
                        account,
                        OrderRequest.buy(
                                (first
                                                ? market.market().first()
                                                : market.market().second())
                                        .instrument(),
                                Quantity.parse(shares),
                                Price.parse(price))));
    }

    @Test
    void aMarketIsWrittenAsTheVenueWritesIt() {
        buy(MAKER, venue.market, true, "100", "0.48");
        buy(MAKER, venue.market, false, "100", "0.50");

        JsonNode market = json("/markets/101");

        assertThat(market.get("id").isTextual()).isTrue();
        assertThat(market.get("conditionId").asText()).isEqualTo(VenueFixture.CONDITION);
        assertThat(market.get("outcomes").asText()).isEqualTo("[\"Yes\",\"No\"]");
        assertThat(market.get("outcomePrices").asText()).isEqualTo("[\"0.49\",\"0.51\"]");
        assertThat(market.get("clobTokenIds").asText()).isEqualTo("[\"1001\",\"1002\"]");
        assertThat(market.get("version").asText()).isEqualTo("v1");
        assertThat(market.get("orderPriceMinTickSize").decimalValue()).isEqualByComparingTo("0.01");
        assertThat(market.get("orderMinSize").isNumber()).isTrue();
        assertThat(market.get("bestBid").decimalValue()).isEqualByComparingTo("0.48");
        assertThat(market.get("bestAsk").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(market.get("liquidity").isTextual()).isTrue();
        assertThat(market.get("liquidityNum").decimalValue()).isEqualByComparingTo("98");
        assertThat(market.get("feeSchedule").get("rate").decimalValue()).isEqualByComparingTo("0.04");
        assertThat(market.get("acceptingOrders").asBoolean()).isTrue();
        assertThat(market.get("events").get(0).get("slug").asText()).isEqualTo("event-101");
    }

    @Test
    void aPositionMarketHasItsIdsInAnArray() {
        JsonNode market = json("/markets/slug/market-103");

        assertThat(market.get("version").asText()).isEqualTo("v2");
        assertThat(market.get("clobTokenIds").isNull()).isTrue();
        assertThat(market.get("positionIds").get(1).asText()).isEqualTo("3002");
    }

    @Test
    void figuresAreAsOldAsTheEdgesCache() {
        assertThat(json("/markets/101").get("volume").asText()).isEqualTo("0");
        buy(MAKER, venue.market, false, "10", "0.50");
        buy(TAKER, venue.market, true, "10", "0.50");
        venue.loop.advance(Duration.ofSeconds(299));
        assertThat(json("/markets/101").get("volume").asText()).isEqualTo("0");

        venue.loop.advance(Duration.ofSeconds(1));

        JsonNode market = json("/markets/101");
        assertThat(market.get("volume").asText()).isEqualTo("5");
        assertThat(market.get("volume24hr").decimalValue()).isEqualByComparingTo("5");
        assertThat(market.get("lastTradePrice").decimalValue()).isEqualByComparingTo("0.5");
        venue.loop.advance(Duration.ofHours(24));
        assertThat(json("/markets/101").get("volume24hr").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndTheLastHasNoCursor() {
        List<String> ids = new ArrayList<>();
        JsonNode page = json("/markets/keyset?limit=2&order=volume&ascending=false");
        page.get("markets").forEach(market -> ids.add(market.get("id").asText()));
        page = json("/markets/keyset?limit=2&order=volume&ascending=false&after_cursor="
                + page.get("next_cursor").asText());
        page.get("markets").forEach(market -> ids.add(market.get("id").asText()));

        assertThat(ids).containsExactly("101", "102", "103");
        assertThat(page.has("next_cursor")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "condition_ids=%s&condition_ids=0x00, 101",
        "clob_token_ids=2002, 102",
        "clob_token_ids=3002,",
        "position_ids=3002, 103",
        "slug=market-102, 102",
        "id=103, 103",
        "tag_id=21&limit=1, 101",
        "tag_id=99,",
        "closed=true,",
        "liquidity_num_min=1,",
        "end_date_max=2026-11-21,"
    })
    void marketsAreFiltered(String filter, String found) {
        JsonNode page = json("/markets/keyset?" + filter.formatted(VenueFixture.CONDITION));

        assertThat(page.get("markets").findValuesAsText("conditionId")).hasSize(found == null ? 0 : 1);
        if (found != null) {
            assertThat(page.get("markets").get(0).get("id").asText()).isEqualTo(found);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/markets/keyset?offset=1, 422",
        "/markets/keyset?after_cursor=bm9wZQ, 422",
        "/markets/keyset?after_cursor=!!, 422",
        "/markets/keyset?order=colour, 422",
        "/markets/keyset?closed=perhaps, 422",
        "/markets/keyset?limit=many, 422",
        "/markets/keyset?volume_num_min=x, 422",
        "/markets/keyset?end_date_min=soon, 422",
        "/markets?offset=2001, 422",
        "/public-search, 422",
        "/markets/999, 404",
        "/markets/slug/none, 404",
        "/events/999, 404",
        "/events/slug/none, 404",
        "/series/1, 404",
        "/tags/1, 404",
        "/nothing, 404"
    })
    void whatCannotBeAnsweredIsRefused(String target, int status) {
        WireAnswer answer = answer(target);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(Asked.read(answer.body()).get("error").asText()).isNotEmpty();
    }

    @Test
    void eventsHoldTheirMarketsAndAreFiltered() {
        JsonNode events = json("/events?tag_slug=crypto&limit=10");
        assertThat(events).hasSize(3);
        assertThat(events.get(1).get("negRisk").asBoolean()).isTrue();
        assertThat(events.get(0).get("markets").get(0).get("id").asText()).isEqualTo("101");
        assertThat(json("/events/slug/event-102")
                        .get("markets")
                        .get(0)
                        .get("id")
                        .asText())
                .isEqualTo("102");
        assertThat(json("/events/keyset?title_search=EVENT%20103").get("events"))
                .hasSize(1);
        assertThat(json("/events/keyset?series_id=10000").get("events")).isEmpty();
        assertThat(json("/events/keyset?exclude_tag_id=21").get("events")).isEmpty();
    }

    @Test
    void aResolvedMarketIsClosedAndItsPricesAreItsPayouts() {
        venue.loop.ask(() -> {
            venue.state
                    .exchange()
                    .resolve(Resolution.second(new MarketId("polymarket", VenueFixture.CONDITION), VenueFixture.START));
            return true;
        });

        JsonNode market = json("/markets/101");

        assertThat(market.get("closed").asBoolean()).isTrue();
        assertThat(market.get("acceptingOrders").asBoolean()).isFalse();
        assertThat(market.get("umaResolutionStatus").asText()).isEqualTo("resolved");
        assertThat(market.get("outcomePrices").asText()).isEqualTo("[\"0\",\"1\"]");
        assertThat(json("/markets/keyset").get("markets").findValuesAsText("conditionId"))
                .doesNotContain(VenueFixture.CONDITION);
        assertThat(json("/markets/keyset?closed=true").get("markets")).hasSize(1);
    }

    @Test
    void tagsAndSearchFindWhatIsListed() {
        assertThat(json("/tags")).hasSize(1);
        assertThat(json("/tags/slug/crypto").get("id").asText()).isEqualTo("21");
        JsonNode found = json("/public-search?q=event&limit_per_type=2");
        assertThat(found.get("events")).hasSize(2);
        assertThat(found.get("pagination").get("hasMore").asBoolean()).isTrue();
        assertThat(json("/public-search?q=event&limit_per_type=2&page=2").get("events"))
                .hasSize(1);
    }
}
