package io.ploy.testkit.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.clob.BookSnapshot;
import io.ploy.connectors.polymarket.clob.ClobClient;
import io.ploy.connectors.polymarket.clob.ClobMarket;
import io.ploy.connectors.polymarket.clob.HistoryQuery;
import io.ploy.connectors.polymarket.clob.LiveActivity;
import io.ploy.connectors.polymarket.clob.PricePoint;
import io.ploy.connectors.polymarket.clob.RewardClient;
import io.ploy.connectors.polymarket.clob.SimplifiedMarket;
import io.ploy.connectors.polymarket.clob.TradingTerms;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Cursors;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.testkit.polymarket.Desk;
import io.ploy.testkit.polymarket.FixtureRecords;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicRoutesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final VenueFixture venue = new VenueFixture();
    private final Desk desk = new Desk(venue);
    private final Routes routes = new Routes();
    private final UnknownMembers unknown = new UnknownMembers();
    private final ClobClient client = new ClobClient(this::carry, unknown);

    PublicRoutesTest() {
        PublicRoutes all = venue.loop.ask(
                () -> new PublicRoutes(venue.state, new VenueBooks(venue.state), new FixtureRecords(venue.state)));
        all.addTo(routes);
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private Reply carry(Call call) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        call.query().forEach(each -> query.put(each.name(), List.of(each.value())));
        WireAnswer answer = answer(call.method(), call.path(), query, "");
        if (answer.status() == 404) {
            throw new RequestException(
                    RequestException.Failure.NOT_FOUND, 404, answer.body(), answer.body(), null, null);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return new Reply(answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private WireAnswer answer(String method, String path, Map<String, List<String>> query, String body) {
        WireRequest request = new WireRequest(1, Api.CLOB, method, path, query, Map.of(), body, "127.0.0.1:9");
        try {
            var turn = routes.receive(request);
            return venue.loop.ask(turn::take);
        } catch (RefusedException e) {
            return e.answer();
        }
    }

    private WireAnswer get(String pathAndQuery) {
        String[] parts = pathAndQuery.split("\\?", 2);
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (parts.length == 2) {
            for (String each : parts[1].split("&")) {
                query.put(each.split("=", 2)[0], List.of(each.split("=", 2)[1]));
            }
        }
        return answer("GET", parts[0], query, "");
    }

    private WireAnswer post(String path, String body) {
        return answer("POST", path, Map.of(), body);
    }

    private static JsonNode read(WireAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        try {
            return MAPPER.readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private void update(Market market) {
        venue.loop.ask(() -> {
            venue.state.exchange().update(market);
            return true;
        });
    }

    @Test
    void serviceTellsOfItself() {
        venue.loop.advance(Duration.ofMillis(1_900));

        client.ok();
        assertThat(client.time()).isEqualTo(VenueFixture.START.plusSeconds(1));
        assertThat(client.version()).isEqualTo(2);
        assertThat(get("/ok").body()).isEqualTo("\"OK\"");
        assertThat(get("/time").body()).isEqualTo(Long.toString(VenueFixture.START.getEpochSecond() + 1));
        assertThat(get("/version").body()).isEqualTo("{\"version\":2}");
    }

    @Test
    void productionConnectorReadsAMarket() {
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        desk.sell(desk.anna, VenueFixture.YES, "0.43", "10");

        ClobMarket market = client.market(VenueFixture.CONDITION).orElseThrow();

        assertThat(market.conditionId()).isEqualTo(VenueFixture.CONDITION);
        assertThat(market.tick()).isEqualTo(TickSize.CENT);
        assertThat(market.minimumSize()).isEqualTo(Quantity.ofShares(5));
        assertThat(market.tokens())
                .extracting(token -> token.token() + " " + token.outcome() + " " + token.price())
                .containsExactly("1001 Yes 0.415", "1002 No 0.585");
        assertThat(market.tags()).containsExactly("Crypto");
        assertThat(client.market(VenueFixture.NEG_RISK_CONDITION).orElseThrow().negRisk())
                .isTrue();
        assertThat(client.market("0x" + "ee".repeat(32))).isEmpty();
        assertThat(unknown.byMember()).isEmpty();
    }

    @Test
    void marketHasTheMembersOfACapturedOneInTheirOrder() {
        List<String> names = new ArrayList<>();
        read(get("/markets/" + VenueFixture.CONDITION)).fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .containsExactly(
                        "enable_order_book",
                        "active",
                        "closed",
                        "archived",
                        "accepting_orders",
                        "accepting_order_timestamp",
                        "minimum_order_size",
                        "minimum_tick_size",
                        "condition_id",
                        "question_id",
                        "question",
                        "description",
                        "market_slug",
                        "end_date_iso",
                        "game_start_time",
                        "seconds_delay",
                        "fpmm",
                        "maker_base_fee",
                        "taker_base_fee",
                        "notifications_enabled",
                        "neg_risk",
                        "neg_risk_market_id",
                        "neg_risk_request_id",
                        "icon",
                        "image",
                        "rewards",
                        "is_50_50_outcome",
                        "tokens",
                        "tags");
    }

    @Test
    void resolvedMarketNamesItsWinner() {
        venue.loop.ask(() -> {
            venue.state
                    .exchange()
                    .resolve(Resolution.second(venue.market.market().id(), VenueFixture.START));
            return true;
        });

        JsonNode market = read(get("/markets/" + VenueFixture.CONDITION));

        assertThat(market.path("closed").booleanValue()).isTrue();
        assertThat(market.path("accepting_orders").booleanValue()).isFalse();
        assertThat(market.path("tokens").toString())
                .isEqualTo("[{\"token_id\":\"1001\",\"outcome\":\"Yes\",\"price\":0,\"winner\":false},"
                        + "{\"token_id\":\"1002\",\"outcome\":\"No\",\"price\":1,\"winner\":true}]");
    }

    @Test
    void productionConnectorReadsEveryPage() {
        listMany(2_100);
        update(venue.market.market().toBuilder().status(MarketStatus.PAUSED).build());

        List<String> all = new ArrayList<>();
        String cursor = Cursors.FIRST;
        while (cursor != null) {
            Page<ClobMarket> page = client.markets(cursor);
            page.items().forEach(market -> all.add(market.conditionId()));
            cursor = page.next();
        }

        assertThat(all).hasSize(2_103).doesNotHaveDuplicates();
        Page<SimplifiedMarket> simplified = client.simplifiedMarkets(Cursors.FIRST);
        assertThat(simplified.items()).hasSize(1_000);
        assertThat(client.samplingMarkets(Cursors.FIRST).items())
                .extracting(ClobMarket::conditionId)
                .doesNotContain(VenueFixture.CONDITION)
                .contains(VenueFixture.NEG_RISK_CONDITION);
        assertThat(client.samplingSimplifiedMarkets(Cursors.FIRST).items()).hasSize(1_000);
        assertThat(read(get("/markets?next_cursor=MTAwMA=="))
                        .path("next_cursor")
                        .textValue())
                .isEqualTo("MjAwMA==");
        assertThat(read(get("/markets?next_cursor=LTE=")).path("data")).isEmpty();
        assertThat(unknown.byMember()).isEmpty();
    }

    private void listMany(int count) {
        venue.loop.ask(() -> {
            for (int i = 0; i < count; i++) {
                Market market = Market.builder(
                                new MarketId(ListedMarket.VENUE, "0x" + String.format("%064x", i)),
                                new Outcome("Yes", Desk.instrument("5" + i + "1")),
                                new Outcome("No", Desk.instrument("5" + i + "2")),
                                venue.market.market().rules())
                        .build();
                ListedMarket like = venue.market;
                venue.state
                        .catalogue()
                        .list(new ListedMarket(
                                market,
                                "9" + i,
                                like.event(),
                                like.version(),
                                like.questionId(),
                                "",
                                "",
                                "",
                                like.createdAt(),
                                like.endsAt()));
            }
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/markets?next_cursor=!", "/markets?next_cursor=eA==", "/rewards/markets/current?next_cursor=x"})
    void whatIsNoCursorIsRefused(String path) {
        assertThat(get(path).status()).isEqualTo(400);
    }

    @Test
    void productionConnectorReadsTradingTerms() {
        TradingTerms terms =
                client.tradingTerms(VenueFixture.NEG_RISK_CONDITION).orElseThrow();

        assertThat(terms.tick()).isEqualTo(TickSize.CENT);
        assertThat(terms.minimumSize()).isEqualTo(Quantity.ofShares(5));
        assertThat(terms.negRisk()).isTrue();
        assertThat(terms.feeOrNull()).isEqualTo(FeeSchedule.takerRate("0.04"));
        assertThat(terms.acceptsOrders()).isTrue();
        assertThat(terms.version()).isEqualTo(MarketVersion.CTF);
        assertThat(client.tradingTerms(VenueFixture.POSITION_CONDITION)
                        .orElseThrow()
                        .version())
                .isEqualTo(MarketVersion.POSITIONS);
        assertThat(client.tradingTerms("0x" + "ee".repeat(32))).isEmpty();
        assertThat(unknown.byMember()).isEmpty();
    }

    @Test
    void termsLeaveOutWhatIsFalseAndTellShortDelaysFromLongOnes() {
        assertThat(read(get("/clob-markets/" + VenueFixture.CONDITION)).has("nr"))
                .isFalse();
        assertThat(read(get("/clob-markets/" + VenueFixture.CONDITION)).has("itode"))
                .isFalse();

        delay(Duration.ofMillis(250));
        assertThat(read(get("/clob-markets/" + VenueFixture.CONDITION))
                        .path("itode")
                        .booleanValue())
                .isTrue();
        delay(Duration.ofSeconds(3));
        JsonNode terms = read(get("/clob-markets/" + VenueFixture.CONDITION));
        assertThat(terms.path("sd").intValue()).isEqualTo(3);
        assertThat(terms.has("itode")).isFalse();
        assertThat(read(get("/markets/" + VenueFixture.CONDITION))
                        .path("seconds_delay")
                        .intValue())
                .isEqualTo(3);
    }

    private void delay(Duration delay) {
        Market market = venue.market.market();
        update(market.toBuilder()
                .rules(market.rules().toBuilder().takerDelay(delay).build())
                .build());
    }

    @Test
    void tokenTellsItsMarket() {
        assertThat(get("/markets-by-token/1002").body())
                .isEqualTo("{\"condition_id\":\"" + VenueFixture.CONDITION
                        + "\",\"primary_token_id\":\"1001\",\"secondary_token_id\":\"1002\"}");
        assertThat(client.marketByToken("1001")).isPresent();
        assertThat(client.marketByToken("77")).isEmpty();
        assertThat(get("/tick-size?token_id=1001").body()).isEqualTo("{\"minimum_tick_size\":0.01}");
        assertThat(get("/neg-risk?token_id=2001").body()).isEqualTo("{\"neg_risk\":true}");
        assertThat(get("/fee-rate?token_id=2001").body()).isEqualTo("{\"base_fee\":1000}");
        assertThat(client.tickSize("1001")).isEqualTo(TickSize.CENT);
        assertThat(client.negRisk("1001")).isFalse();
        assertThat(client.feeRate("1001")).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/book|400|Invalid token id",
                "/book?token_id=|400|Invalid token id",
                "/book?token_id=x|400|Invalid token id",
                "/book?token_id=77|404|No orderbook exists for the requested token id",
                "/midpoint?token_id=77|404|No orderbook exists for the requested token id",
                "/spread?token_id=-1|400|Invalid token id",
                "/price?token_id=1001|400|Invalid side",
                "/price?token_id=1001&side=HOLD|400|Invalid side",
                "/price?token_id=77&side=BUY|404|No orderbook exists for the requested token id",
                "/prices?token_ids=1001,1002&sides=BUY|400|Invalid side",
                "/last-trade-price?token_id=77|404|No orderbook exists for the requested token id",
                "/tick-size?token_id=77|404|market not found",
                "/neg-risk?token_id=77|404|market not found",
                "/fee-rate?token_id=77|404|fee rate not found for market",
                "/markets/0xee|404|market not found",
                "/clob-markets/0xee|404|market not found",
                "/markets/live-activity/0xee|404|market not found",
                "/prices-history|400|Invalid market",
                "/prices-history?market=1001&interval=2y|400|Invalid payload",
                "/prices-history?market=1001&startTs=soon|400|Invalid payload",
                "/fees/builder-fees/mine|400|Invalid builder code"
            })
    void refusalsHaveTheVenuesWords(String path, int status, String words) {
        WireAnswer answer = get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + words + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/books", "/midpoints", "/prices", "/spreads", "/last-trades-prices"})
    void listsOfTokensAreChecked(String path) {
        String tooMany = IntStream.range(0, 501)
                .mapToObj(i -> "{\"token_id\":\"1001\",\"side\":\"BUY\"}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(post(path, tooMany).body()).isEqualTo("{\"error\":\"Payload exceeds the limit\"}");
        assertThat(post(path, "{}").body()).isEqualTo("{\"error\":\"Invalid payload\"}");
        assertThat(post(path, "[").body()).isEqualTo("{\"error\":\"Invalid payload\"}");
        assertThat(post(path, "").body()).isEqualTo("{\"error\":\"Invalid payload\"}");
        assertThat(post(path, "[{\"token\":\"1001\"}]").body()).isEqualTo("{\"error\":\"Invalid token id\"}");
    }

    @Test
    void productionConnectorReadsABook() {
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        desk.buy(desk.anna, VenueFixture.YES, "0.41", "11");

        BookSnapshot book = client.book(VenueFixture.YES).orElseThrow();

        assertThat(book.bids())
                .containsExactly(
                        new BookLevel(Price.parse("0.41"), Quantity.ofShares(11)),
                        new BookLevel(Price.parse("0.4"), Quantity.ofShares(10)));
        assertThat(client.book("77")).isEmpty();
        assertThat(unknown.byMember()).isEmpty();
    }

    @Test
    void bookOfAnEndedMarketIsGone() {
        update(venue.market.market().toBuilder().status(MarketStatus.CLOSED).build());

        assertThat(client.book(VenueFixture.YES)).isEmpty();
        assertThat(client.market(VenueFixture.CONDITION)).isPresent();
    }

    @Test
    void pricesOfOneToken() {
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        assertThat(get("/midpoint?token_id=1001").body()).isEqualTo("{\"mid\":\"\"}");
        assertThat(client.midpoint("1001")).isEmpty();
        desk.sell(desk.anna, VenueFixture.YES, "0.43", "10");

        assertThat(get("/midpoint?token_id=1001").body()).isEqualTo("{\"mid\":\"0.415\"}");
        assertThat(get("/spread?token_id=1001").body()).isEqualTo("{\"spread\":\"0.03\"}");
        assertThat(get("/price?token_id=1001&side=BUY").body()).isEqualTo("{\"price\":\"0.4\"}");
        assertThat(get("/price?token_id=1001&side=sell").body()).isEqualTo("{\"price\":\"0.43\"}");
        assertThat(client.midpoint("1002")).contains(Price.parse("0.585"));
        assertThat(client.bestPrice("1002", BookSide.ASKS)).contains(Price.parse("0.6"));
        assertThat(client.spread("1001")).contains(Price.parse("0.03"));
    }

    @Test
    void pricesOfManyTokensLeaveOutWhatIsNotKnown() {
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        desk.sell(desk.anna, VenueFixture.YES, "0.43", "10");
        desk.buy(desk.anna, "2001", "0.2", "10");
        String tokens = "[{\"token_id\":\"1001\"},{\"token_id\":\"77\"},{\"token_id\":\"2001\"}]";
        String sides = "[{\"token_id\":\"1001\",\"side\":\"BUY\"},{\"token_id\":\"1001\",\"side\":\"SELL\"},"
                + "{\"token_id\":\"77\",\"side\":\"BUY\"},{\"token_id\":\"2001\",\"side\":\"SELL\"}]";

        assertThat(post("/midpoints", tokens).body()).isEqualTo("{\"1001\":\"0.415\"}");
        assertThat(get("/midpoints?token_ids=1001,77").body()).isEqualTo("{\"1001\":\"0.415\"}");
        assertThat(post("/spreads", tokens).body()).isEqualTo("{\"1001\":\"0.03\"}");
        assertThat(post("/prices", sides).body()).isEqualTo("{\"1001\":{\"BUY\":\"0.4\",\"SELL\":\"0.43\"}}");
        assertThat(get("/prices?token_ids=1001,2001&sides=SELL,BUY").body())
                .isEqualTo("{\"1001\":{\"SELL\":\"0.43\"},\"2001\":{\"BUY\":\"0.2\"}}");
        assertThat(post("/prices", tokens).body()).isEqualTo("{\"error\":\"Invalid side\"}");
        JsonNode books = read(post("/books", tokens));
        assertThat(books).hasSize(2);
        assertThat(books.get(1).path("asset_id").textValue()).isEqualTo("2001");
    }

    @Test
    void lastTrades() {
        assertThat(get("/last-trade-price?token_id=1001").body()).isEqualTo("{\"price\":\"0.5\",\"side\":\"\"}");
        desk.sell(desk.anna, VenueFixture.YES, "0.6", "10");
        desk.buy(desk.ben, VenueFixture.YES, "0.6", "6");

        assertThat(get("/last-trade-price?token_id=1001").body()).isEqualTo("{\"price\":\"0.6\",\"side\":\"BUY\"}");
        assertThat(client.lastTrade("1002").side()).isEqualTo(Side.SELL);
        assertThat(post("/last-trades-prices", "[{\"token_id\":\"1002\"},{\"token_id\":\"77\"}]")
                        .body())
                .isEqualTo("[{\"token_id\":\"1002\",\"price\":\"0.4\",\"side\":\"SELL\"}]");
    }

    @Test
    void productionConnectorReadsActivity() {
        assertThat(client.liveActivity(VenueFixture.CONDITION)).isEmpty();
        desk.sell(desk.anna, VenueFixture.YES, "0.6", "10");
        desk.buy(desk.ben, VenueFixture.YES, "0.6", "6");
        desk.sell(desk.anna, "2001", "0.6", "10");
        desk.buy(desk.ben, "2001", "0.6", "6");

        LiveActivity activity = client.liveActivity(VenueFixture.CONDITION).orElseThrow();

        assertThat(activity.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.token()).isEqualTo(VenueFixture.YES);
            assertThat(trade.side()).isEqualTo(Side.BUY);
            assertThat(trade.size()).isEqualTo(Quantity.ofShares(6));
            assertThat(trade.at()).isEqualTo(VenueFixture.START);
        });
        assertThat(unknown.byMember()).isEmpty();
    }

    @Test
    void productionConnectorReadsHistory() {
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        desk.sell(desk.anna, VenueFixture.YES, "0.6", "10");
        venue.loop.advance(Duration.ofMinutes(90));

        List<PricePoint> hour = client.priceHistory(HistoryQuery.last(VenueFixture.NO, HistoryQuery.Span.HOUR));
        List<PricePoint> all = client.priceHistory(
                HistoryQuery.last(VenueFixture.NO, HistoryQuery.Span.MAX).every(Duration.ofMinutes(30)));
        List<PricePoint> between = client.priceHistory(HistoryQuery.between(
                VenueFixture.NO, VenueFixture.START.plusSeconds(600), VenueFixture.START.plusSeconds(720)));

        assertThat(hour).hasSize(61);
        assertThat(all).hasSize(4);
        assertThat(all.get(0)).isEqualTo(new PricePoint(VenueFixture.START, new BigDecimal("0.5")));
        assertThat(between).hasSize(3);
        assertThat(read(get("/prices-history?market=1001&interval=max&fidelity=60"))
                        .toString())
                .isEqualTo("{\"history\":[{\"t\":"
                        + VenueFixture.START.plusSeconds(1800).getEpochSecond()
                        + ",\"p\":0.5},{\"t\":"
                        + VenueFixture.START.plusSeconds(5400).getEpochSecond()
                        + ",\"p\":0.5}]}");
        assertThat(get("/prices-history?market=77").body()).isEqualTo("{\"history\":[]}");
    }

    @Test
    void nobodyPaysRewards() {
        RewardClient rewards = new RewardClient(this::carry, unknown);

        assertThat(rewards.current(Cursors.FIRST).items()).isEmpty();
        assertThat(rewards.market(VenueFixture.CONDITION, Cursors.FIRST).items())
                .isEmpty();
        assertThat(rewards.markets(Cursors.FIRST).next()).isNull();
        assertThat(get("/rebates/current?date=2026-11-20&maker_address=0x").body())
                .isEqualTo("[]");
        assertThat(client.builderFees("0x" + "0b".repeat(32)).orElseThrow().takerBps())
                .isZero();
    }

    @Test
    void refusalsOfTheSecondHalfReachTheServerToo() {
        WireRequest request = new WireRequest(
                1, Api.CLOB, "GET", "/book", Map.of("token_id", List.of("77")), Map.of(), "", "127.0.0.1:9");
        var turn = routes.receive(request);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> venue.loop.ask(turn::take))
                .satisfies(refusal -> assertThat(refusal.answer().status()).isEqualTo(404));
    }
}
