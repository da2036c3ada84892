package io.ploy.connectors.polymarket.gamma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.fixture.LocalService;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Listing.End;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaClientTest {
    static final String MARKET = """
            {"id":"77","version":"v1","conditionId":"0xc0","questionID":"0xa","slug":"up-5m","question":"Up?",
             "groupItemTitle":"31","resolutionSource":"https://data.chain.link/streams/btc-usd",
             "outcomes":"[\\"Up\\", \\"Down\\"]","outcomePrices":"[\\"0.25\\", \\"0.75\\"]",
             "clobTokenIds":"[\\"123\\", \\"456\\"]","positionIds":["9","8"],"active":true,"closed":false,
             "archived":false,"acceptingOrders":true,"enableOrderBook":true,"negRisk":false,"negRiskOther":false,
             "umaResolutionStatuses":"[\\"proposed\\",\\"disputed\\"]","orderPriceMinTickSize":0.001,"orderMinSize":5,
             "secondsDelay":3,"feesEnabled":true,"feeType":"crypto_fees_v2",
             "feeSchedule":{"exponent":1,"rate":0.07,"takerOnly":true,"rebateRate":0.2},"volume":"12.5","volumeNum":12.5,
             "volume24hr":3,"liquidityNum":1e2,"bestBid":0.24,"bestAsk":1,"startDate":"2026-06-23T07:57:35.630868Z",
             "endDate":"2026-06-24T07:55:00Z","closedTime":"2026-06-25 02:07:01+00","gameStartTime":"2026-05-08 20:00:00+00",
             "eventStartTime":"2026-06-24T07:50:00Z","createdAt":"2023-11-02T21:03:54.55Z",
             "cryptoMarketConfig":{"id":"btc-5m-twap-60","asset":"btc","duration":"5m","twapEnabled":true,
             "twapLookbackSeconds":60},
             "events":[{"id":"5","slug":"e","title":"E","negRisk":true,"negRiskAugmented":true,"negRiskMarketID":"0xb",
             "seriesSlug":"btc-up-or-down-5m","startTime":"2026-06-24T07:50:00Z",
             "eventMetadata":{"priceToBeat":"65026.457815","finalPrice":1}}],"somethingNew":1}""";
    private static final String EVENT = """
            {"id":5,"slug":"e","title":"E","active":true,"closed":false,"negRisk":false,"volume":12.25,"liquidity":3,
             "openInterest":0,"startDate":"2026-06-23","endDate":"2026-06-24T07:55:00Z",
             "series":[{"id":"1","slug":"s","recurrence":"5m","active":true}],"tags":[{"id":"21","label":"Crypto","slug":"crypto"}],
             "markets":[{"id":"77","conditionId":"0xc0","outcomes":"[\\"Yes\\",\\"No\\"]"},{"id":"78","orderMinSize":"many"}]}""";

    private final LocalService venue = new LocalService(new ManualTime(Instant.parse("2026-11-25T12:00:00Z")));
    private final UnknownMembers unknown = new UnknownMembers();
    private final GammaClient client = new GammaClient(venue.transport(), unknown);

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void marketIsReadWithItsListsInsideText() throws InterruptedException {
        venue.answers(MARKET);

        GammaMarket market = client.market("77").orElseThrow();

        assertThat(venue.next()).isEqualTo("/markets/77");
        assertThat(market.outcomes()).containsExactly("Up", "Down");
        assertThat(market.outcomePrices()).containsExactly(new BigDecimal("0.25"), new BigDecimal("0.75"));
        assertThat(market.questionId()).isEqualTo("0xa");
        assertThat(market.clobTokenIds()).containsExactly("123", "456");
        assertThat(market.positionIds()).containsExactly("9", "8");
        assertThat(market.version()).isEqualTo(MarketVersion.CTF);
        assertThat(market.state().oracleHistory()).containsExactly("proposed", "disputed");
        assertThat(market.state().acceptingOrders()).isTrue();
    }

    @Test
    void rulesFeesDatesAndFiguresAreReadExactly() {
        venue.answers(MARKET);

        GammaMarket market = client.marketBySlug("up-5m").orElseThrow();

        GammaTrading trading = market.trading();
        assertThat(trading.tickSize()).isEqualTo(TickSize.TENTH_CENT);
        assertThat(trading.minimumSize()).isEqualTo(Quantity.ofShares(5));
        assertThat(trading.takerDelay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(trading.fees().schedule()).contains(FeeSchedule.takerRate("0.07"));
        GammaDates dates = market.dates();
        assertThat(dates.start()).isEqualTo(Instant.parse("2026-06-23T07:57:35.630868Z"));
        assertThat(dates.closed()).isEqualTo(Instant.parse("2026-06-25T02:07:01Z"));
        assertThat(dates.gameStart()).isEqualTo(Instant.parse("2026-05-08T20:00:00Z"));
        assertThat(dates.created()).isEqualTo(Instant.parse("2023-11-02T21:03:54.550Z"));
        assertThat(market.figures().volume()).isEqualTo(new BigDecimal("12.5"));
        assertThat(market.figures().liquidity()).isEqualByComparingTo("100");
    }

    @Test
    void eventAndSettlementOfAMarketAreRead() {
        venue.answers(MARKET);

        GammaMarket market = client.market("77").orElseThrow();

        GammaEventSummary event = market.event().orElseThrow();
        assertThat(event.negRiskAugmented()).isTrue();
        assertThat(event.seriesSlugs()).containsExactly("btc-up-or-down-5m");
        assertThat(event.priceToBeat()).isEqualTo(new BigDecimal("65026.457815"));
        assertThat(market.crypto()).isEqualTo(new GammaCrypto("btc", "5m", Duration.ofMinutes(1)));
    }

    @Test
    void onlyMembersNobodyKnowsCountAsUnknown() {
        venue.answers(MARKET);

        assertThat(client.market("77")).isPresent();

        assertThat(unknown.byMember()).containsOnlyKeys("somethingNew");
    }

    @Test
    void marketThatIsNotKnownIsAbsent() {
        venue.answers(404, "{\"type\":\"not found error\",\"error\":\"id not found\"}")
                .answers("null")
                .answers("{}");

        assertThat(client.market("1")).isEmpty();
        assertThat(client.marketBySlug("no")).isEmpty();
        assertThat(client.event("1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"slug\":\"x\"}|neither 'id' nor 'conditionId'",
                "{\"id\":\"1\",\"outcomes\":\"[\\\"a\\\"\"}|'outcomes'",
                "{\"id\":\"1\",\"outcomes\":7}|'outcomes'",
                "{\"id\":\"1\",\"outcomePrices\":\"[\\\"cheap\\\"]\"}|'outcomePrices[0]'",
                "{\"id\":\"1\",\"orderMinSize\":-5}|'orderMinSize'",
                "{\"id\":\"1\",\"orderPriceMinTickSize\":0.3}|'orderPriceMinTickSize'",
                "{\"id\":\"1\",\"endDate\":\"soon\"}|'endDate'",
                "{\"id\":\"1\",\"secondsDelay\":-1}|'secondsDelay'",
                "{\"id\":\"1\",\"feeSchedule\":{\"rate\":0.1,\"takerOnly\":true}}|'feeSchedule.exponent' is missing",
                "{\"id\":\"1\",\"closed\":\"perhaps\"}|'closed'",
                "[1]|an object is expected",
                "{\"id\":|no JSON",
            })
    void wrongMarketIsATypedFailureThatNamesTheMember(String body, String named) {
        venue.answers(body);

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client.market("1"))
                .satisfies(e -> {
                    assertThat(e.failure()).isEqualTo(Failure.UNREADABLE);
                    assertThat(e).hasMessageContaining(named);
                });
    }

    @Test
    void feesThatAreNotKnownAreNotFree() {
        GammaFees unsaid = new GammaFees(true, "", null, null, true, null);
        GammaFees odd = new GammaFees(true, "", new BigDecimal("0.07"), new BigDecimal("1.5"), true, null);
        GammaFees none = new GammaFees(false, "", new BigDecimal("0.07"), BigDecimal.ONE, true, null);

        assertThat(unsaid.schedule()).isEmpty();
        assertThat(odd.schedule()).isEmpty();
        assertThat(none.schedule()).contains(FeeSchedule.FREE);
    }

    @Test
    void marketsAreReadPageAfterPage() throws InterruptedException {
        venue.answers("{\"markets\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"next_cursor\":\"n/1=\"}")
                .answers("{\"markets\":[{\"id\":\"3\"}]}");

        Listing<GammaMarket> listing = client.markets(MarketFilter.OPEN.slugs(List.of("a", "b c")), 100);

        assertThat(listing.isComplete()).isTrue();
        assertThat(listing.items()).extracting(GammaMarket::id).containsExactly("1", "2", "3");
        assertThat(venue.next()).isEqualTo("/markets/keyset?closed=false&slug=a&slug=b c&limit=100");
        assertThat(venue.next()).isEqualTo("/markets/keyset?closed=false&slug=a&slug=b c&limit=100&after_cursor=n/1=");
    }

    @Test
    void oneMarketThatCannotBeReadDoesNotHideTheOthers() {
        venue.answers("{\"markets\":[{\"id\":\"1\",\"orderMinSize\":\"many\"},{\"id\":\"2\"}],\"next_cursor\":null}");

        Listing<GammaMarket> listing = client.markets(MarketFilter.OPEN, 100);

        assertThat(listing.end()).isEqualTo(End.UNREADABLE_ENTRIES);
        assertThat(listing.detail()).contains("'markets[0].orderMinSize'", "many");
        assertThat(listing.items()).extracting(GammaMarket::id).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"next_cursor\":\"x\"}", "{\"markets\":{}}", "{\"markets\":[],\"next_cursor\":7}"})
    void pageOfAnotherShapeIsAFailedList(String body) {
        venue.answers(body);

        Listing<GammaMarket> listing = client.markets(MarketFilter.OPEN, 100);

        assertThat(listing.end()).isEqualTo(End.FAILED);
        assertThat(listing.failure()).isNotNull();
    }

    @Test
    void refusedPageSaysWhatTheVenueSaid() {
        venue.answers(422, "{\"type\":\"validation error\",\"error\":\"offset is not allowed\"}");

        Listing<GammaMarket> listing = client.markets(MarketFilter.OPEN, 100);

        assertThat(listing.end()).isEqualTo(End.FAILED);
        assertThat(listing.detail()).contains("offset is not allowed");
    }

    @Test
    void marketFilterSpeaksTheVenuesWords() throws InterruptedException {
        venue.answers("{\"markets\":[]}");
        Instant day = Instant.parse("2026-11-25T00:00:00Z");

        assertThat(client.markets(
                                MarketFilter.CLOSED
                                        .active(true)
                                        .ids(List.of("1"))
                                        .conditionIds(List.of("0xc0"))
                                        .clobTokenIds(List.of("123"))
                                        .positionIds(List.of("9"))
                                        .questionIds(List.of("0xa"))
                                        .tag("21", true)
                                        .seriesIds(List.of("4"))
                                        .ending(day, null)
                                        .starting(null, day)
                                        .liquidity(BigDecimal.TEN, null)
                                        .volume(null, new BigDecimal("1E+3"))
                                        .order(GammaOrder.VOLUME_24_HOURS, false),
                                5)
                        .isComplete())
                .isTrue();

        assertThat(venue.next())
                .isEqualTo("/markets/keyset?closed=true&active=true&id=1&condition_ids=0xc0&clob_token_ids=123"
                        + "&position_ids=9&question_ids=0xa&tag_id=21&related_tags=true&series_id=4"
                        + "&end_date_min=2026-11-25T00:00:00Z&start_date_max=2026-11-25T00:00:00Z&liquidity_num_min=10"
                        + "&volume_num_max=1000&order=volume24hr&ascending=false&limit=100");
    }

    @Test
    void oneRequestTakesAHundredValues() {
        List<String> many = Collections.nCopies(101, "a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketFilter.OPEN.slugs(many))
                .withMessageContaining("100");
    }

    @Test
    void eventsComeWithTheirMarkets() throws InterruptedException {
        venue.answers("{\"events\":[" + EVENT + "]}");

        Listing<GammaEvent> listing = client.events(
                EventFilter.OPEN
                        .active(true)
                        .ids(List.of("5"))
                        .slugs(List.of("e"))
                        .tags(List.of("21", "22"), false)
                        .tagSlug("crypto")
                        .seriesIds(List.of("1"))
                        .ending(null, Instant.EPOCH)
                        .starting(Instant.EPOCH, null)
                        .liquidity(BigDecimal.ONE, null)
                        .volume(BigDecimal.ONE, null)
                        .order(GammaOrder.END, true),
                10);

        assertThat(venue.next())
                .isEqualTo("/events/keyset?closed=false&active=true&id=5&slug=e&tag_id=21&tag_id=22&related_tags=false"
                        + "&tag_slug=crypto&series_id=1&end_date_max=1970-01-01T00:00:00Z"
                        + "&start_date_min=1970-01-01T00:00:00Z&liquidity_min=1&volume_min=1&order=endDate&ascending=true"
                        + "&limit=100");
        GammaEvent event = listing.whole().get(0);
        assertThat(event.id()).isEqualTo("5");
        assertThat(event.volume()).isEqualTo(new BigDecimal("12.25"));
        assertThat(event.start()).isEqualTo(Instant.parse("2026-06-23T00:00:00Z"));
        assertThat(event.markets())
                .hasSize(1)
                .allSatisfy(
                        market -> assertThat(market.event().orElseThrow().id()).isEqualTo("5"));
        assertThat(event.unreadable()).isEqualTo(1);
        assertThat(event.tags()).containsExactly(new GammaTag("21", "Crypto", "crypto"));
    }

    @Test
    void eventIsFoundByNumberAndName() throws InterruptedException {
        venue.answers(EVENT).answers(EVENT);

        assertThat(client.event("5").orElseThrow().slug()).isEqualTo("e");
        assertThat(client.eventBySlug("a/b").orElseThrow().slug()).isEqualTo("e");

        assertThat(venue.next()).isEqualTo("/events/5");
        assertThat(venue.next()).isEqualTo("/events/slug/a%2Fb");
    }

    @Test
    void searchLeavesOutWhatCannotBeRead() throws InterruptedException {
        venue.answers("{\"events\":[" + EVENT + "],\"tags\":[{\"id\":\"21\"}],\"profiles\":[null,{\"name\":\"n\"}],"
                + "\"pagination\":{\"hasMore\":true,\"totalResults\":46940}}");

        GammaSearch found = client.search("btc up", 2);

        assertThat(venue.next())
                .isEqualTo("/public-search?q=btc up&search_tags=true&search_profiles=true&limit_per_type=50&page=2");
        assertThat(found.events()).hasSize(1);
        assertThat(found.profiles()).extracting(GammaProfile::name).containsExactly("n");
        assertThat(found.hasMore()).isTrue();
        assertThat(found.totalResults()).isEqualTo(46_940);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void nothingIsNoName(String slug) {
        assertThatIllegalArgumentException().isThrownBy(() -> client.marketBySlug(slug));
    }
}
