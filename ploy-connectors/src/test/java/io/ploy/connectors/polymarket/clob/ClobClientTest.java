package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.clob.HistoryQuery.Span;
import io.ploy.connectors.polymarket.clob.LiquidityRewards.Rate;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Cursors;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClobClientTest {
    private static final String BOOK = """
            {"market":"0xc0","asset_id":"123","timestamp":"1703875200000","hash":"36f5",
             "bids":[{"price":"0.48","size":"100.00"},{"price":"0.50","size":"150.00"}],
             "asks":[{"price":"0.53","size":"90"},{"price":"0.51","size":"120"}],
             "min_order_size":"5","tick_size":"0.01","neg_risk":false,"last_trade_price":"0.51"}""";
    private static final String MARKET = """
            {"condition_id":"0xc0","question_id":"0x0e","question":"Up?","description":"long","market_slug":"up",
             "end_date_iso":"2024-11-05T00:00:00Z","game_start_time":null,"seconds_delay":3,"minimum_order_size":5,
             "minimum_tick_size":0.001,"active":true,"closed":false,"archived":false,"accepting_orders":true,
             "accepting_order_timestamp":"2024-01-01T18:22:59Z","enable_order_book":true,"neg_risk":true,
             "neg_risk_market_id":"0x0f","neg_risk_request_id":"0x10","maker_base_fee":0,"taker_base_fee":0,"fpmm":"",
             "icon":"","image":"","is_50_50_outcome":false,"notifications_enabled":true,
             "rewards":{"rates":[{"asset_address":"0xa1","rewards_daily_rate":750}],"min_size":200,"max_spread":1.5},
             "tags":["All"],"tokens":[{"token_id":"123","outcome":"Yes","price":0.4865,"winner":false},
              {"token_id":"456","outcome":"No","price":0.5135,"winner":true}]}""";
    private static final String TERMS = """
            {"c":"0xC0","t":[{"t":"123","o":"Yes"},{"t":"456","o":"No"}],"mts":0.01,"mos":5,"nr":true,
             "fd":{"r":0.05,"e":1,"to":true},"mbf":0,"tbf":10,"r":{"mi":50,"ma":4.5,"e":true,"smoa":false,"moas":3},
             "ao":true,"aot":"2026-01-31T12:00:00Z","sd":3,"itode":true,"gst":"2026-02-01T12:00:00Z","cbos":true,
             "oas":7,"rfqe":true,"ibce":true,"v":"v1"}""";

    private final LocalVenue venue = new LocalVenue();
    private final UnknownMembers unknown = new UnknownMembers();
    private final ClobClient client = new ClobClient(venue.transport(), unknown);

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void serviceTellsOfItself() throws InterruptedException {
        venue.answers("\"OK\"").answers("1771234570").answers("{\"version\":2}");

        client.ok();
        assertThat(client.time()).isEqualTo(Instant.ofEpochSecond(1_771_234_570));
        assertThat(client.version()).isEqualTo(2);

        venue.sawOpen("GET /ok", "");
        venue.sawOpen("GET /time", "");
        venue.sawOpen("GET /version", "");
    }

    @Test
    void serviceThatIsNotWellFails() {
        venue.answers(404, "{\"error\":\"not found\"}")
                .answers("{\"version\":\"two\"}")
                .answers("soon");

        assertThatExceptionOfType(RequestException.class).isThrownBy(client::ok);
        assertUnreadable(client::version);
        assertUnreadable(client::time);
    }

    @Test
    void marketIsReadWithAllItsMembers() throws InterruptedException {
        venue.answers(MARKET);

        Optional<ClobMarket> market = client.market("0xc0");

        venue.sawOpen("GET /markets/0xc0", "");
        assertThat(market)
                .contains(new ClobMarket(
                        "0xc0",
                        "0x0e",
                        "Up?",
                        "up",
                        List.of(
                                new MarketToken("123", "Yes", new BigDecimal("0.4865"), false),
                                new MarketToken("456", "No", new BigDecimal("0.5135"), true)),
                        TickSize.TENTH_CENT,
                        Quantity.ofShares(5),
                        true,
                        "0x0f",
                        true,
                        false,
                        false,
                        true,
                        true,
                        Instant.parse("2024-01-01T18:22:59Z"),
                        Duration.ofSeconds(3),
                        Instant.parse("2024-11-05T00:00:00Z"),
                        null,
                        false,
                        new LiquidityRewards(
                                new BigDecimal("200"),
                                new BigDecimal("1.5"),
                                List.of(new Rate("0xa1", new BigDecimal("750")))),
                        List.of("All")));
        assertThat(unknown.total()).isZero();
    }

    @Test
    void marketsComeInPages() throws InterruptedException {
        String page = "{\"data\":[" + MARKET + "," + MARKET.replace("\"closed\":false", "\"closed\":7")
                + "],\"next_cursor\":\"MQ==\",\"limit\":2,\"count\":2}";
        venue.answers(page).answers(page.replace("MQ==", "LTE="));

        Page<ClobMarket> first = client.markets(Cursors.FIRST);
        Page<ClobMarket> last = client.samplingMarkets("MQ==");

        venue.sawOpen("GET /markets?next_cursor=MA%3D%3D", "");
        venue.sawOpen("GET /sampling-markets?next_cursor=MQ%3D%3D", "");
        assertThat(first.next()).isEqualTo("MQ==");
        assertThat(first.items()).extracting(ClobMarket::conditionId).containsExactly("0xc0");
        assertThat(first.unreadable()).isEqualTo(1);
        assertThat(first.problem()).isEqualTo("'data[1].closed' is 7 where true or false is expected");
        assertThat(last.next()).isNull();
    }

    @Test
    void marketsComeInShortToo() throws InterruptedException {
        String page = """
                {"data":[{"condition_id":"0xc0","active":true,"closed":false,"archived":false,"accepting_orders":true,
                 "rewards":null,"tokens":[{"token_id":"123","outcome":"Yes","price":0.5}]}],"next_cursor":"LTE="}""";
        venue.answers(page).answers(page);

        Page<SimplifiedMarket> simplified = client.simplifiedMarkets(Cursors.FIRST);

        assertThat(client.samplingSimplifiedMarkets(Cursors.FIRST)).isEqualTo(simplified);
        assertThat(simplified.items())
                .containsExactly(new SimplifiedMarket(
                        "0xc0",
                        List.of(new MarketToken("123", "Yes", new BigDecimal("0.5"), false)),
                        true,
                        false,
                        false,
                        true,
                        null));
        venue.sawOpen("GET /simplified-markets?next_cursor=MA%3D%3D", "");
        venue.sawOpen("GET /sampling-simplified-markets?next_cursor=MA%3D%3D", "");
    }

    @Test
    void marketOfATokenIsFound() throws InterruptedException {
        venue.answers("{\"condition_id\":\"0xc0\",\"primary_token_id\":\"123\",\"secondary_token_id\":\"456\"}");

        assertThat(client.marketByToken("123")).contains(new TokenPair("0xc0", "123", "456"));
        venue.sawOpen("GET /markets-by-token/123", "");
    }

    @Test
    void termsAreReadWithAllTheirMembers() throws InterruptedException {
        venue.answers(TERMS);

        Optional<TradingTerms> terms = client.tradingTerms("0xc0");

        venue.sawOpen("GET /clob-markets/0xc0", "");
        assertThat(terms)
                .contains(new TradingTerms(
                        "0xc0",
                        List.of(new MarketToken("123", "Yes", null, false), new MarketToken("456", "No", null, false)),
                        TickSize.CENT,
                        Quantity.ofShares(5),
                        true,
                        FeeSchedule.takerRate("0.05"),
                        0,
                        10,
                        true,
                        Instant.parse("2026-01-31T12:00:00Z"),
                        Duration.ofSeconds(3),
                        true,
                        Instant.parse("2026-02-01T12:00:00Z"),
                        true,
                        Duration.ofSeconds(7),
                        true,
                        true,
                        new LiquidityRewards(new BigDecimal("50"), new BigDecimal("4.5"), List.of()),
                        MarketVersion.CTF));
        assertThat(unknown.total()).isZero();
    }

    @Test
    void membersOfTermsThatAreFalseOrZeroMayBeLeftOut() {
        venue.answers("{\"t\":[],\"mts\":0.0025,\"mos\":\"15\"}");

        TradingTerms terms = client.tradingTerms("0xc0").orElseThrow();

        assertThat(terms.tick()).isEqualTo(TickSize.QUARTER_CENT);
        assertThat(terms.feeOrNull()).isNull();
        assertThat(terms.negRisk()).isFalse();
        assertThat(terms.acceptsOrders()).isFalse();
        assertThat(terms.delay()).isEqualTo(Duration.ZERO);
        assertThat(terms.version()).isEqualTo(MarketVersion.UNKNOWN);
    }

    @Test
    void feeIsReadOnlyIfItCanBeReckoned() {
        venue.answers(TERMS.replace("{\"r\":0.05,\"e\":1,\"to\":true}", "{\"r\":0,\"to\":true}"))
                .answers(TERMS.replace("{\"r\":0.05,\"e\":1,\"to\":true}", "{\"r\":0.25,\"e\":2.0}"));

        assertThat(client.tradingTerms("0xc0").orElseThrow().feeOrNull()).isEqualTo(new FeeSchedule(0, 1, true));
        assertThat(client.tradingTerms("0xc0").orElseThrow().feeOrNull()).isEqualTo(new FeeSchedule(250_000, 2, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"e\":1,|", "\"e\":1|\"e\":1.5", "\"r\":0.05|\"r\":-0.05", "\"r\":0.05|\"r\":0.05000001",
                "\"mts\":0.01|\"mts\":0.03", "\"mts\":0.01,|", "\"sd\":3|\"sd\":-3", "\"sd\":3|\"sd\":1e9",
                "\"c\":\"0xC0\"|\"c\":\"0xC1\"", "\"nr\":true|\"nr\":\"perhaps\""
            })
    void termsThatCannotBeReadAreNotGuessed(String change) {
        int bar = change.indexOf('|');
        venue.answers(TERMS.replace(change.substring(0, bar), change.substring(bar + 1)));

        assertUnreadable(() -> client.tradingTerms("0xc0"));
    }

    @Test
    void liveActivityIsReadInBothItsForms() throws InterruptedException {
        venue.answers("""
                        [{"event_type":"trade","market":{"condition_id":"0xc0","asset_id":"123","question":"Up?","icon":"",
                          "slug":"up"},"user":{"address":"0x1"},"side":"BUY","size":"5","fee_rate_bps":"0","price":"0.51",
                          "outcome":"Yes","outcome_index":0,"transaction_hash":"0x2","timestamp":"1771234570"}]""").answers("""
                        {"condition_id":"0xc0","id":7,"question":"Up?","market_slug":"up","event_slug":"updown","icon":"",
                         "image":"","series_slug":"","tags":["crypto"]}""").answers("[]");

        assertThat(client.liveActivity("0xc0"))
                .contains(new LiveActivity(
                        "",
                        "",
                        "",
                        List.of(new LiveActivity.Print(
                                "123",
                                Side.BUY,
                                Price.parse("0.51"),
                                Quantity.ofShares(5),
                                "Yes",
                                Instant.ofEpochSecond(1_771_234_570),
                                "0x2"))));
        assertThat(client.liveActivity("0xc0")).contains(new LiveActivity("Up?", "up", "updown", List.of()));
        assertThat(client.liveActivity("0xc0")).isEmpty();
        venue.sawOpen("GET /markets/live-activity/0xc0", "");
        assertThat(unknown.total()).isZero();
    }

    @Test
    void factsOfATokenAreTold() throws InterruptedException {
        venue.answers("{\"minimum_tick_size\":0.01}")
                .answers("{\"minimum_tick_size\":\"0.001\"}")
                .answers("{\"neg_risk\":true}")
                .answers("{\"base_fee\":\"30\"}");

        assertThat(client.tickSize("123")).isEqualTo(TickSize.CENT);
        assertThat(client.tickSize("123")).isEqualTo(TickSize.TENTH_CENT);
        assertThat(client.negRisk("123")).isTrue();
        assertThat(client.feeRate("123")).isEqualTo(30);

        venue.sawOpen("GET /tick-size?token_id=123", "");
        venue.sawOpen("GET /tick-size?token_id=123", "");
        venue.sawOpen("GET /neg-risk?token_id=123", "");
        venue.sawOpen("GET /fee-rate?token_id=123", "");
    }

    @Test
    void factsThatAreNoneAreFailures() {
        venue.answers("{\"minimum_tick_size\":0}").answers("{}").answers("{\"base_fee\":0.5}");

        assertUnreadable(() -> client.tickSize("123"));
        assertUnreadable(() -> client.negRisk("123"));
        assertUnreadable(() -> client.feeRate("123"));
    }

    @Test
    void bookIsSortedBestFirst() throws InterruptedException {
        venue.answers(BOOK);

        assertThat(client.book("123"))
                .contains(new BookSnapshot(
                        "0xc0",
                        "123",
                        Instant.ofEpochMilli(1_703_875_200_000L),
                        "36f5",
                        List.of(level("0.50", "150"), level("0.48", "100")),
                        List.of(level("0.51", "120"), level("0.53", "90")),
                        Quantity.ofShares(5),
                        TickSize.CENT,
                        false,
                        Price.parse("0.51"),
                        MarketVersion.UNKNOWN));
        venue.sawOpen("GET /book?token_id=123", "");
        assertThat(unknown.total()).isZero();
    }

    @Test
    void bookMayLackWhatOlderOnesLack() {
        venue.answers("""
                {"market":"0xc0","asset_id":"123","bids":[],"asks":[],"timestamp":1703875200000,"last_trade_price":"",
                 "version":"v2"}""");

        BookSnapshot book = client.book("123").orElseThrow();

        assertThat(book.bids()).isEmpty();
        assertThat(book.tick()).isNull();
        assertThat(book.negRisk()).isNull();
        assertThat(book.lastTradePrice()).isNull();
        assertThat(book.version()).isEqualTo(MarketVersion.POSITIONS);
    }

    @Test
    void bookThatIsNotThereIsAbsentAndOneThatCannotBeReadAFailure() {
        venue.answers(404, "{\"error\":\"No orderbook exists for the requested token id\"}")
                .answers(BOOK.replace("\"0.48\"", "\"0.50\""))
                .answers(BOOK.replace("\"0.48\"", "\"1.48\""))
                .answers(BOOK.replace("\"90\"", "\"-90\""));

        assertThat(client.book("123")).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertUnreadable(() -> client.book("123"));
        }
    }

    @Test
    void booksAreAskedForInBatchesAndMissingOnesNamed() throws InterruptedException {
        List<String> tokens = IntStream.range(0, 501).mapToObj(String::valueOf).toList();
        venue.answers("[" + BOOK + "," + BOOK.replace("\"asset_id\":\"123\"", "\"asset_id\":\"7\"") + "]")
                .answers("[]");

        Books books = client.books(tokens);

        assertThat(books.books()).extracting(BookSnapshot::token).containsExactly("123", "7");
        assertThat(books.unknown()).hasSize(499).doesNotContain("123", "7").contains("500");
        assertThat(venue.requests()).isEqualTo(2);
        StringBuilder first = new StringBuilder("[");
        tokens.subList(0, 500)
                .forEach(token -> first.append("{\"token_id\":\"").append(token).append("\"},"));
        first.setCharAt(first.length() - 1, ']');
        venue.sawOpen("POST /books", first.toString());
        venue.sawOpen("POST /books", "[{\"token_id\":\"500\"}]");
    }

    @Test
    void middleBestPriceAndSpreadOfOneToken() throws InterruptedException {
        venue.answers("{\"mid\":\"0.505\"}")
                .answers("{\"mid_price\":0.505}")
                .answers("{\"price\":\"0.5\"}")
                .answers("{\"price\":0.51}")
                .answers("{\"spread\":\"0.01\"}");

        assertThat(client.midpoint("123")).contains(Price.parse("0.505"));
        assertThat(client.midpoint("123")).contains(Price.parse("0.505"));
        assertThat(client.bestPrice("123", BookSide.BIDS)).contains(Price.parse("0.5"));
        assertThat(client.bestPrice("123", BookSide.ASKS)).contains(Price.parse("0.51"));
        assertThat(client.spread("123")).contains(Price.parse("0.01"));

        venue.sawOpen("GET /midpoint?token_id=123", "");
        venue.sawOpen("GET /midpoint?token_id=123", "");
        venue.sawOpen("GET /price?token_id=123&side=BUY", "");
        venue.sawOpen("GET /price?token_id=123&side=SELL", "");
        venue.sawOpen("GET /spread?token_id=123", "");
    }

    @Test
    void priceThatIsNotThereIsAbsent() {
        venue.answers("{\"mid\":\"\"}")
                .answers("{\"price\":null}")
                .answers(404, "{\"error\":\"No orderbook exists for the requested token id\"}")
                .answers("{\"spread\":\"wide\"}");

        assertThat(client.midpoint("123")).isEmpty();
        assertThat(client.bestPrice("123", BookSide.BIDS)).isEmpty();
        assertThat(client.spread("123")).isEmpty();
        assertUnreadable(() -> client.spread("123"));
    }

    @Test
    void pricesOfManyTokens() throws InterruptedException {
        venue.answers("{\"123\":\"0.505\",\"456\":null}")
                .answers("{\"123\":{\"BUY\":\"0.5\",\"SELL\":0.51},\"456\":{\"SELL\":\"\"}}")
                .answers("{\"123\":\"0.01\"}");
        List<String> tokens = List.of("123", "456");

        assertThat(client.midpoints(tokens)).isEqualTo(Map.of("123", Price.parse("0.505")));
        assertThat(client.bestPrices(tokens))
                .containsExactly(
                        new BestPrices("123", Price.parse("0.5"), Price.parse("0.51")),
                        new BestPrices("456", null, null));
        assertThat(client.spreads(tokens)).isEqualTo(Map.of("123", Price.parse("0.01")));

        venue.sawOpen("POST /midpoints", "[{\"token_id\":\"123\"},{\"token_id\":\"456\"}]");
        venue.sawOpen(
                "POST /prices",
                "[{\"token_id\":\"123\",\"side\":\"BUY\"},{\"token_id\":\"123\",\"side\":\"SELL\"},"
                        + "{\"token_id\":\"456\",\"side\":\"BUY\"},{\"token_id\":\"456\",\"side\":\"SELL\"}]");
        venue.sawOpen("POST /spreads", "[{\"token_id\":\"123\"},{\"token_id\":\"456\"}]");
    }

    @Test
    void pricesThatCannotBeReadAreFailures() {
        venue.answers("{\"123\":\"2\"}").answers("{\"123\":\"0.5\"}").answers("[]");

        assertUnreadable(() -> client.midpoints(List.of("123")));
        assertUnreadable(() -> client.bestPrices(List.of("123")));
        assertUnreadable(() -> client.spreads(List.of("123")));
    }

    @Test
    void lastTradesOfOneAndOfMany() throws InterruptedException {
        venue.answers("{\"price\":\"0.51\",\"side\":\"BUY\"}")
                .answers("[{\"token_id\":\"123\",\"price\":\"0.5\",\"side\":\"\"}]");

        assertThat(client.lastTrade("123")).isEqualTo(new LastTrade("123", Price.parse("0.51"), Side.BUY));
        assertThat(client.lastTrades(List.of("123"))).containsExactly(new LastTrade("123", Price.parse("0.5"), null));

        venue.sawOpen("GET /last-trade-price?token_id=123", "");
        venue.sawOpen("POST /last-trades-prices", "[{\"token_id\":\"123\"}]");
        venue.answers("{\"side\":\"BUY\"}");
        assertUnreadable(() -> client.lastTrade("123"));
    }

    @Test
    void pricesOfThePast() throws InterruptedException {
        venue.answers("{\"history\":[{\"t\":1703875200,\"p\":0.4865},{\"t\":1703875260,\"p\":1}]}")
                .answers("{\"history\":[]}");
        Instant from = Instant.ofEpochSecond(1_700_000_000);

        assertThat(client.priceHistory(HistoryQuery.last("123", Span.SIX_HOURS)))
                .containsExactly(
                        new PricePoint(Instant.ofEpochSecond(1_703_875_200), new BigDecimal("0.4865")),
                        new PricePoint(Instant.ofEpochSecond(1_703_875_260), BigDecimal.ONE));
        assertThat(client.priceHistory(
                        HistoryQuery.between("123", from, from.plusSeconds(60)).every(Duration.ofMinutes(5))))
                .isEmpty();

        venue.sawOpen("GET /prices-history?market=123&interval=6h", "");
        venue.sawOpen("GET /prices-history?market=123&startTs=1700000000&endTs=1700000060&fidelity=5", "");
        venue.answers("{\"history\":{}}");
        assertUnreadable(() -> client.priceHistory(HistoryQuery.last("123", Span.MAX)));
    }

    @Test
    void questionsAboutThePastThatMeanNothingAreRefused() {
        Instant now = Instant.ofEpochSecond(1_700_000_000);

        assertThatIllegalArgumentException().isThrownBy(() -> HistoryQuery.between("123", now, now));
        assertThatIllegalArgumentException().isThrownBy(() -> new HistoryQuery("123", null, null, now, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new HistoryQuery("123", Span.DAY, now, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryQuery.last("123", Span.DAY).every(Duration.ofSeconds(59)));
    }

    @Test
    void builderFeesAreToldOrAbsent() throws InterruptedException {
        venue.answers("{\"builder_maker_fee_rate_bps\":10,\"builder_taker_fee_rate_bps\":25}")
                .answers(404, "{\"error\":\"not found\"}");

        assertThat(client.builderFees("0xb1")).contains(new BuilderFees(10, 25));
        assertThat(client.builderFees("0xb2")).isEmpty();

        venue.sawOpen("GET /fees/builder-fees/0xb1", "");
        assertThatIllegalArgumentException().isThrownBy(() -> client.builderFees("../x"));
    }

    @Test
    void tradesOfABuilderAreReadToTheEnd() throws InterruptedException {
        String trade = """
                {"id":"t-1","tradeType":"TAKER","takerOrderHash":"0xaa","builder":"0xb1","market":"0xc0","assetId":"123",
                 "side":"BUY","size":"100","sizeUsdc":"50","price":"0.5","status":"TRADE_STATUS_CONFIRMED","outcome":"YES",
                 "outcomeIndex":0,"owner":"key-1","maker":"","transactionHash":"0x12","matchTime":"1700000000",
                 "bucketIndex":0,"fee":"0.3","feeUsdc":"0.15","err_msg":null,"createdAt":"2024-01-01T00:00:00Z",
                 "updatedAt":"2024-01-01T00:00:00Z"}""";
        venue.answers("{\"limit\":300,\"next_cursor\":\"LTE=\",\"count\":1,\"data\":[" + trade + "]}");

        Listing<BuilderTrade> trades = client.builderTrades("0xb1", TradeFilter.ALL);

        venue.sawOpen("GET /builder/trades?builder_code=0xb1&next_cursor=MA%3D%3D", "");
        assertThat(trades.isComplete()).isTrue();
        assertThat(trades.items())
                .containsExactly(new BuilderTrade(
                        "t-1",
                        0,
                        "TAKER",
                        new VenueOrderId("0xaa"),
                        "0xb1",
                        "0xc0",
                        "123",
                        Side.BUY,
                        new BigDecimal("100"),
                        new BigDecimal("50"),
                        Price.parse("0.5"),
                        SettlementStatus.CONFIRMED,
                        "YES",
                        "key-1",
                        null,
                        "0x12",
                        Instant.ofEpochSecond(1_700_000_000),
                        new BigDecimal("0.3"),
                        new BigDecimal("0.15")));
        assertThat(unknown.total()).isZero();
    }

    private static void assertUnreadable(ThrowingCallable call) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
    }

    private static BookLevel level(String price, String size) {
        return new BookLevel(Price.parse(price), Quantity.parse(size));
    }
}
