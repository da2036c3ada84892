package io.ploy.connectors.polymarket.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.fixture.LocalService;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Listing.End;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataClientTest {
    static final String POSITION = """
            {"proxy_wallet":"0xab","token_id":"123","condition_id":"0xc0","current_size":262.98,"avg_price":0.6058123456789,
             "entry_cost_usdc":159.3387,"entry_fees_usdc":0.5,"total_cost_usdc":159.8387,"current_price":0.5,
             "current_value":131.49,"total_size":300,"realized_pnl":-1.25,"unrealized_pnl":null,"total_pnl":-1.25,
             "percent_pnl":-99,"percent_realized_pnl":-100,"status":"REDEEMABLE","redeemable":true,"mergeable":false,
             "negative_risk":true,"archived":false,"title":"Up?","slug":"up","icon":"","event_id":"5","event_slug":"e",
             "outcome":"Up","outcome_index":999,"opposite_outcome":"Down","opposite_token_id":"456","end_date":"1970-01-01",
             "last_event_at":1782173720,"first_entry_at":0,"name":"n","profile_image":"","verified":false}""";
    static final String TRADE = """
            {"proxy_wallet":"0xab","side":"SELL","token_id":"123","condition_id":"0xc0","size":2.380951,
             "price":0.4199998235998977,"timestamp":1772268541,"title":"Up?","slug":"up","icon":"","event_slug":"e",
             "outcome":"Up","outcome_index":0,"name":"","pseudonym":"","bio":"","profile_image":"",
             "profile_image_optimized":"","transaction_hash":"0x14"}""";
    static final String ACTIVITY = """
            {"proxy_wallet":"0xab","timestamp":1782173720,"condition_id":"","type":"TAKER_REBATE","size":12.3622,
             "usdc_size":12.3622,"transaction_hash":"0x05","price":0,"token_id":"","side":"","outcome_index":999,"title":"",
             "slug":"","icon":"","event_slug":"","outcome":"","is_combo":false}""";
    private static final String OLD_POSITION = """
            {"proxyWallet":"0xab","asset":"123","conditionId":"0xc0","size":90,"avgPrice":0.6666,"initialValue":59.9999,
             "currentValue":0,"cashPnl":-59.9999,"percentPnl":-99.9,"totalBought":90,"realizedPnl":0,
             "percentRealizedPnl":-100,"curPrice":0,"redeemable":true,"mergeable":false,"title":"Up?","slug":"up","icon":"",
             "eventId":"5","eventSlug":"e","outcome":"Up","outcomeIndex":0,"oppositeOutcome":"Down","oppositeAsset":"456",
             "endDate":"2026-06-10","negativeRisk":false}""";
    private static final Address WALLET = new Address("0x56687bf447db6ffa42ffe2204a05edaa20f55839");
    private static final String USER = "user=" + WALLET.hex();

    private final LocalService venue = new LocalService(new ManualTime(Instant.parse("2026-11-25T12:00:00Z")));
    private final UnknownMembers unknown = new UnknownMembers();
    private final DataClient client = new DataClient(venue.transport(), unknown, DataVersion.V2);
    private final DataClient old = new DataClient(venue.transport(), unknown, DataVersion.V1);

    @AfterEach
    void stop() {
        venue.close();
    }

    private static String page(String rows, String cursor) {
        return "{\"data\":[" + rows + "],\"pagination\":{\"limit\":500,\"offset\":0,\"has_more\":" + !cursor.isEmpty()
                + ",\"next_cursor\":" + (cursor.isEmpty() ? "null" : "\"" + cursor + "\"") + "}}";
    }

    @Test
    void positionsAreReadExactlyAndSmallOnesAreAskedFor() throws InterruptedException {
        venue.answers(page(POSITION, ""));

        DataPosition position =
                client.positions(PositionFilter.of(WALLET), 10).whole().get(0);

        assertThat(venue.next())
                .isEqualTo("/v2/positions?" + USER + "&status=OPEN&filter_type=TOKENS&filter_amount=0&limit=500");
        assertThat(position.size().quantity()).contains(Quantity.parse("262.98"));
        assertThat(position.status()).isEqualTo(PositionStatus.REDEEMABLE);
        assertThat(position.outcome().index()).isEmpty();
        assertThat(position.lastEvent()).isEqualTo(Instant.ofEpochSecond(1_782_173_720));
        PositionFigures figures = position.figures();
        assertThat(figures.averagePrice()).isEqualTo(new Amount(new BigDecimal("0.6058123456789")));
        assertThat(figures.realizedPnl()).extracting(Amount::cash).isEqualTo(Optional.of(Cash.parse("-1.25")));
        assertThat(figures.unrealizedPnl()).as("what is not known is not zero").isNull();
        assertThat(unknown.byMember()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.1234567,false", "-1,false", "1.5,true", "9223372036854.775808,false", "9223372036854.775807,true"})
    void amountIsSharesOnlyIfItFitsExactly(String number, boolean fits) {
        assertThat(new Amount(new BigDecimal(number)).quantity().isPresent()).isEqualTo(fits);
    }

    @Test
    void amountIsAPriceOnlyFromZeroToOne() {
        assertThat(new Amount(new BigDecimal("0.5")).price()).contains(Price.parse("0.5"));
        assertThat(new Amount(new BigDecimal("1.01")).price()).isEmpty();
        assertThat(new Amount(new BigDecimal("0.4199998235998977")).price()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "REDEEMABLE", "REDEEMABLE_LOST", "MERGEABLE", "CLOSED"})
    void positionsOfEveryStateCanBeAskedFor(PositionStatus status) throws InterruptedException {
        venue.answers(page("", ""));

        assertThat(client.positions(PositionFilter.of(WALLET).in(status), 10).whole())
                .isEmpty();

        assertThat(venue.next()).contains("&status=" + status + "&");
    }

    @Test
    void pagesAreFollowedWithTheSameFilters() throws InterruptedException {
        venue.answers(page(TRADE, "c1")).answers(page(TRADE, ""));
        Instant from = Instant.ofEpochSecond(1_772_000_000);

        Listing<DataTrade> trades = client.trades(TradeFilter.of(WALLET).between(from, from.plusSeconds(10)), 10);

        String asked = "/v2/trades?" + USER + "&taker_only=false&filter_type=TOKENS&filter_amount=0.000001"
                + "&start=1772000000&end=1772000010&limit=500";
        assertThat(venue.next()).isEqualTo(asked);
        assertThat(venue.next()).isEqualTo(asked + "&cursor=c1");
        assertThat(trades.whole()).as("equal trades are two trades").hasSize(2).allSatisfy(trade -> {
            assertThat(trade.side()).isEqualTo(Side.SELL);
            assertThat(trade.size().quantity()).contains(Quantity.parse("2.380951"));
            assertThat(trade.price().exact()).isEqualTo(new BigDecimal("0.4199998235998977"));
            assertThat(trade.at()).isEqualTo(Instant.ofEpochSecond(1_772_268_541));
        });
    }

    @Test
    void allOfTimeIsAskedForUnlessTold() throws InterruptedException {
        venue.answers(page("", ""));

        assertThat(client.trades(TradeFilter.in("0xc0"), 1).whole()).isEmpty();

        assertThat(venue.next())
                .isEqualTo("/v2/trades?condition=0xc0&taker_only=true&filter_type=TOKENS&filter_amount=0.000001&start=1"
                        + "&limit=500");
    }

    @Test
    void repeatedCursorAndLimitAreSaid() {
        venue.answers(page(TRADE, "c1")).answers(page(TRADE, "c1")).answers(page(TRADE, "c1"));

        assertThat(client.trades(TradeFilter.of(WALLET), 10).end()).isEqualTo(End.REPEATED);
        assertThat(client.trades(TradeFilter.of(WALLET), 1).end()).isEqualTo(End.LIMIT);
    }

    @Test
    void failureInTheMiddleKeepsWhatWasRead() {
        venue.answers(page(TRADE, "c1"))
                .answers(
                        400,
                        "{\"error\":\"invalid cursor\",\"code\":\"invalid_request\",\"retryable\":false,\"trace_id\":\"t\"}");

        Listing<DataTrade> trades = client.trades(TradeFilter.of(WALLET), 10);

        assertThat(trades.end()).isEqualTo(End.FAILED);
        assertThat(trades.detail()).contains("invalid cursor");
        assertThat(trades.items()).hasSize(1);
    }

    @Test
    void pageThatSaysThereIsMoreButNotWhereIsUnreadable() {
        venue.answers("{\"data\":[],\"pagination\":{\"has_more\":true,\"next_cursor\":null}}");

        Listing<DataTrade> trades = client.trades(TradeFilter.of(WALLET), 10);

        assertThat(trades.end()).isEqualTo(End.FAILED);
        assertThat(trades.detail()).contains("'pagination'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"price\":0.4199998235998977|\"price\":1.2|'data[0].price' is 1.2",
                "\"size\":2.380951|\"size\":null|'data[0].size' is missing",
                "\"side\":\"SELL\"|\"side\":\"HOLD\"|'data[0].side'",
                "\"token_id\":\"123\"|\"token_id\":\"\"|does not say which outcome",
                "\"timestamp\":1772268541|\"timestamp\":-4|'data[0].timestamp'",
            })
    void tradeThatCannotBeReadIsLeftOutAndSaid(String was, String is, String named) {
        venue.answers(page(TRADE.replace(was, is) + "," + TRADE, ""));

        Listing<DataTrade> trades = client.trades(TradeFilter.of(WALLET), 10);

        assertThat(trades.end()).isEqualTo(End.UNREADABLE_ENTRIES);
        assertThat(trades.detail()).contains(named);
        assertThat(trades.items()).hasSize(1);
    }

    @Test
    void activityComesWithDepositsAndUnknownKinds() throws InterruptedException {
        venue.answers(page(ACTIVITY + "," + ACTIVITY.replace("TAKER_REBATE", "LOTTERY"), ""));

        List<DataActivity> activity =
                client.activity(ActivityFilter.of(WALLET), 10).whole();

        assertThat(venue.next())
                .isEqualTo("/v2/activity?" + USER + "&exclude_deposits_withdrawals=false&start=1&limit=500");
        assertThat(activity)
                .extracting(DataActivity::type)
                .containsExactly(ActivityType.TAKER_REBATE, ActivityType.UNKNOWN);
        assertThat(activity.get(1).typeText()).isEqualTo("LOTTERY");
        assertThat(activity.get(0).usd()).isEqualTo(new Amount(new BigDecimal("12.3622")));
    }

    @Test
    void activityOfSomeKindsInSomeMarketsIsAskedFor() throws InterruptedException {
        venue.answers(page("", ""));
        ActivityFilter filter = new ActivityFilter(
                WALLET, Set.of(ActivityType.TIP, ActivityType.SPLIT), List.of("0xc0", "0xc1"), null, null);

        assertThat(client.activity(filter.between(null, Instant.ofEpochSecond(9)), 10)
                        .whole())
                .isEmpty();

        assertThat(venue.next())
                .isEqualTo(
                        "/v2/activity?" + USER
                                + "&condition=0xc0,0xc1&exclude_deposits_withdrawals=false&type=SPLIT,TIP&start=1&end=9&limit=500");
    }

    @Test
    void valueIsReadOrNotKnown() throws InterruptedException {
        venue.answers("{\"data\":{\"proxy_wallet\":\"0xab\",\"value\":12.5}}")
                .answers("{\"data\":null}")
                .answers("[{\"user\":\"0xab\",\"value\":0}]")
                .answers("[]");

        assertThat(client.value(WALLET, List.of("0xc0"))).contains(new Amount(new BigDecimal("12.5")));
        assertThat(client.value(WALLET, List.of())).isEmpty();
        assertThat(old.value(WALLET, List.of())).contains(new Amount(BigDecimal.ZERO));
        assertThat(old.value(WALLET, List.of())).isEmpty();

        assertThat(venue.next()).isEqualTo("/v2/value?" + USER + "&condition=0xc0");
        assertThat(venue.next()).isEqualTo("/v2/value?" + USER);
        assertThat(venue.next()).isEqualTo("/value?" + USER);
    }

    @Test
    void pricesOverATimeAreRead() throws InterruptedException {
        venue.answers(page("{\"timestamp\":1782201484,\"price\":0.5,\"resolution_seconds\":60}", "c"))
                .answers(page("{\"timestamp\":1782201544,\"price\":1,\"resolution_seconds\":0}", ""));
        Instant from = Instant.ofEpochSecond(1_782_201_000);

        List<PricePoint> prices = client.prices(
                        "123", PriceWindow.between(from, from.plusSeconds(600)), Duration.ofMinutes(1), 10)
                .whole();

        assertThat(venue.next())
                .isEqualTo(
                        "/v2/prices-history?token_id=123&start=1782201000&end=1782201600&bucket_seconds=60&limit=500");
        assertThat(prices)
                .containsExactly(
                        new PricePoint(
                                Instant.ofEpochSecond(1_782_201_484),
                                new Amount(new BigDecimal("0.5")),
                                Duration.ofMinutes(1)),
                        new PricePoint(
                                Instant.ofEpochSecond(1_782_201_544), new Amount(BigDecimal.ONE), Duration.ZERO));
    }

    @Test
    void pricesOfASpanAreAskedFor() throws InterruptedException {
        venue.answers(page("", ""));

        assertThat(client.prices("123", PriceWindow.last(PriceWindow.Span.ALL), null, 10)
                        .whole())
                .isEmpty();

        assertThat(venue.next()).isEqualTo("/v2/prices-history?token_id=123&interval=max&limit=500");
    }

    @Test
    void holdersOfBothOutcomesAreReadInOneList() throws InterruptedException {
        venue.answers(page(
                "{\"token_id\":\"123\",\"holders\":[{\"proxy_wallet\":\"0xab\",\"amount\":7.5,\"name\":\"\"},{\"amount\":1}]},"
                        + "{\"token_id\":\"456\",\"holders\":[{\"proxy_wallet\":\"0xcd\",\"amount\":1}]}",
                ""));

        Listing<DataHolder> holders = client.holders(List.of("0xc0"), 10);

        assertThat(venue.next()).isEqualTo("/v2/holders?condition=0xc0&limit=500");
        assertThat(holders.end()).isEqualTo(End.UNREADABLE_ENTRIES);
        assertThat(holders.items()).extracting(DataHolder::tokenId).containsExactly("123", "456");
    }

    @Test
    void openInterestIsRead() throws InterruptedException {
        venue.answers("{\"data\":[{\"condition_id\":\"GLOBAL\",\"value\":5e8}]}");

        List<OpenInterest> all = client.openInterest(List.of());

        assertThat(venue.next()).isEqualTo("/v2/oi");
        assertThat(all).hasSize(1).allSatisfy(each -> {
            assertThat(each.conditionId()).isEqualTo(OpenInterest.EVERYTHING);
            assertThat(each.value().exact()).isEqualByComparingTo("500000000");
        });
    }

    @Test
    void profitAndLossIsRead() throws InterruptedException {
        venue.answers(
                "{\"data\":{\"proxy_wallet\":\"0xab\",\"interval\":\"max\",\"fidelity\":\"1d\",\"source_fidelity\":\"1d\","
                        + "\"points\":[{\"timestamp\":1782201600,\"source_block\":1,\"realized_market_pnl\":1,\"realized_lp_pnl\":0,"
                        + "\"realized_combo_pnl\":0,\"realized_pnl\":1.5,\"unrealized_pnl\":null,\"volume\":1,\"volume_usdc\":2,"
                        + "\"trade_count\":3}]}}");

        List<PnlPoint> points = client.profitAndLoss(WALLET);

        assertThat(venue.next()).isEqualTo("/v2/user-pnl?" + USER + "&interval=max&fidelity=1d");
        assertThat(points)
                .containsExactly(new PnlPoint(
                        Instant.ofEpochSecond(1_782_201_600),
                        new Amount(new BigDecimal("1.5")),
                        null,
                        null,
                        null,
                        new Amount(new BigDecimal("2"))));
    }

    @Test
    void approvalsAreRead() throws InterruptedException {
        String row =
                "{\"id\":\"%s\",\"feature\":\"trading\",\"token\":\"%s\",\"spender\":\"%s\",\"standard\":\"ERC20\","
                        + "\"approved\":true,\"amount\":%s}";
        String token = WALLET.hex();
        venue.answers(
                "{\"data\":{\"address\":\"0xab\",\"chain_id\":137,\"checked_at\":\"2026-10-01T00:00:00Z\",\"contracts\":["
                        + row.formatted("a", token, token, "\"max\"") + ","
                        + row.formatted("b", token, token, "\"1000000\"")
                        + "]}}");

        List<Approval> approvals = client.approvals(WALLET);

        assertThat(venue.next()).isEqualTo("/v2/approvals?" + USER);
        assertThat(approvals)
                .extracting(Approval::allowance)
                .extracting(Optional::isPresent)
                .containsExactly(false, true);
        assertThat(approvals.get(1).allowance()).contains(BigInteger.valueOf(1_000_000));
        assertThat(approvals.get(0).spender()).isEqualTo(WALLET);
    }

    @Test
    void payoutsAreBelievedOnlyOfWhatIsResolved() {
        String row = "{\"condition_id\":\"0xc0\",\"status\":\"%s\",\"was_disputed\":true,\"payouts\":[1000000,0],"
                + "\"transaction_hash\":\"\",\"log_index\":\"\",\"last_update_timestamp\":\"2026-09-09T00:00:00Z\","
                + "\"extended_review\":false,\"new_version_q\":false,\"resolved_at\":\"2026-09-09T10:00:00Z\"}";
        venue.answers("{\"data\":[" + row.formatted("resolved") + "," + row.formatted("proposed") + ","
                + row.formatted("dreaming") + "]}");

        List<ConditionResolution> resolutions = client.resolutions(List.of("0xc0"));

        assertThat(resolutions)
                .extracting(ConditionResolution::stage)
                .containsExactly(ResolutionStage.RESOLVED, ResolutionStage.PROPOSED, ResolutionStage.UNKNOWN);
        assertThat(resolutions.get(0).payouts()).containsExactly(Price.ONE, Price.ZERO);
        assertThat(resolutions.get(1).payouts()).isEmpty();
        assertThat(resolutions.get(2).payouts()).isEmpty();
    }

    @Test
    void lagOfTheIndexerIsRead() throws InterruptedException {
        venue.answers(
                "{\"data\":{\"computed_at\":\"2026-10-01T00:00:00Z\",\"age_seconds\":4,\"serving\":{\"lag_seconds\":9,"
                        + "\"worst\":\"pnl\",\"mechanisms\":[]},\"ingestion\":{}}}");

        DataFreshness freshness = client.freshness();

        assertThat(venue.next()).isEqualTo("/v2/status");
        assertThat(freshness)
                .isEqualTo(new DataFreshness(
                        Instant.parse("2026-10-01T00:00:00Z"), Duration.ofSeconds(4), Duration.ofSeconds(9), "pnl"));
    }

    @Test
    void singleAnswerOfAnotherShapeIsUnreadable() {
        venue.answers("{\"data\":null}").answers("[]");

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(client::freshness)
                .withMessageContaining("'data' is missing")
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> client.openInterest(List.of()));
    }

    @Test
    void firstVersionIsAskedByPlacesInTheList() throws InterruptedException {
        venue.answers("[" + OLD_POSITION + "]").answers("[]");

        DataPosition position =
                old.positions(PositionFilter.of(WALLET), 1_000).whole().get(0);

        assertThat(venue.next()).isEqualTo("/positions?" + USER + "&sizeThreshold=0&limit=500&offset=0");
        assertThat(venue.next()).isEqualTo("/positions?" + USER + "&sizeThreshold=0&limit=500&offset=1");
        assertThat(position.size().quantity()).contains(Quantity.ofShares(90));
        assertThat(position.status()).isEqualTo(PositionStatus.REDEEMABLE);
        assertThat(position.figures().unrealizedPnl()).isEqualTo(new Amount(new BigDecimal("-59.9999")));
        assertThat(unknown.byMember()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REDEEMABLE,/positions,&sizeThreshold=0&redeemable=true&limit=500",
        "MERGEABLE,/positions,&sizeThreshold=0&mergeable=true&limit=500",
        "CLOSED,/closed-positions,&limit=50"
    })
    void firstVersionHasOtherWordsForStates(PositionStatus status, String path, String rest)
            throws InterruptedException {
        venue.answers("[]");

        assertThat(old.positions(PositionFilter.of(WALLET).in(status), 9).whole())
                .isEmpty();

        assertThat(venue.next()).isEqualTo(path + "?" + USER + rest + "&offset=0");
    }

    @Test
    void firstVersionReadsTradesAndActivity() throws InterruptedException {
        String trade =
                "{\"proxyWallet\":\"0xab\",\"side\":\"BUY\",\"asset\":\"123\",\"conditionId\":\"0xc0\",\"size\":100,"
                        + "\"price\":0.55,\"timestamp\":1710000000,\"transactionHash\":\"0xa\"}";
        String activity =
                "{\"proxyWallet\":\"0xab\",\"timestamp\":1782173720,\"conditionId\":\"\",\"type\":\"DEPOSIT\","
                        + "\"size\":1,\"usdcSize\":1,\"asset\":\"\",\"side\":\"\",\"price\":0,\"outcomeIndex\":999}";
        venue.answers("[" + trade + "]")
                .answers("[]")
                .answers("[" + activity + "]")
                .answers("[]");
        TradeFilter buys = new TradeFilter(WALLET, List.of("0xc0"), Side.BUY, true, null, null);

        assertThat(old.trades(buys, 9).whole()).extracting(DataTrade::side).containsExactly(Side.BUY);
        assertThat(old.activity(ActivityFilter.of(WALLET), 9).whole())
                .extracting(DataActivity::type)
                .containsExactly(ActivityType.DEPOSIT);

        assertThat(venue.next())
                .isEqualTo("/trades?" + USER + "&market=0xc0&takerOnly=true&side=BUY&limit=500&offset=0");
        assertThat(venue.next()).contains("offset=1");
        assertThat(venue.next())
                .isEqualTo("/activity?" + USER + "&excludeDepositsWithdrawals=false&limit=500&offset=0");
    }

    @Test
    void firstVersionSaysThatItEndsAtTenThousand() {
        String trade = "{\"side\":\"BUY\",\"asset\":\"123\",\"conditionId\":\"0xc0\",\"size\":%d,\"price\":0.5,"
                + "\"timestamp\":1710000000}";
        int[] count = {1};
        venue.answersBy(url -> "["
                + IntStream.range(0, 500)
                        .mapToObj(i -> trade.formatted(count[0]++))
                        .collect(Collectors.joining(","))
                + "]");

        Listing<DataTrade> trades = old.trades(TradeFilter.of(WALLET), 50_000);

        assertThat(trades.end()).isEqualTo(End.LIMIT);
        assertThat(trades.items()).hasSize(10_500);
        assertThat(trades.detail()).contains("10000");
    }

    @Test
    void whatCannotBeAskedIsRefusedAtOnce() {
        List<String> many = Collections.nCopies(21, "0xc0");
        Instant now = Instant.EPOCH;

        assertThatIllegalArgumentException().isThrownBy(() -> client.openInterest(many));
        assertThatIllegalArgumentException().isThrownBy(() -> client.holders(List.of(), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PositionFilter(null, List.of(), PositionStatus.OPEN, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PositionFilter(WALLET, List.of(), PositionStatus.CLOSED, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PositionFilter.of(WALLET).in(PositionStatus.UNKNOWN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> old.positions(PositionFilter.of(WALLET).in(PositionStatus.REDEEMABLE_LOST), 1))
                .withMessageContaining("version 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceWindow.between(now, now.plus(Duration.ofDays(16))))
                .withMessageContaining("15 days");
        assertThatIllegalArgumentException().isThrownBy(() -> PriceWindow.between(now, now));
        assertThat(venue.requests()).isZero();
    }

    @Test
    void positionsInHiddenMarketsAreAskedForIfWanted() throws InterruptedException {
        venue.answers(page("", ""));

        assertThat(client.positions(new PositionFilter(null, List.of("0xc0"), PositionStatus.OPEN, true), 1)
                        .whole())
                .isEmpty();

        assertThat(venue.next())
                .isEqualTo("/v2/positions?condition=0xc0&status=OPEN&filter_type=TOKENS&filter_amount=0"
                        + "&include_archived=true&limit=500");
    }
}
