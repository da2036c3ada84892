package io.ploy.testkit.polymarket.world.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.Operation;
import io.ploy.core.backtest.BacktestException;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.Placement;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.client.WireClient;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording in Ploy's own format, played at a venue in manual time. */
class RecordedWorldTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CONDITION = "0x" + "c0ffee".repeat(10) + "abcd";
    private static final InstrumentId UP = new InstrumentId("polymarket", "111");
    private static final InstrumentId DOWN = new InstrumentId("polymarket", "222");

    private static final String RECORDED = """
            {"ploy":1,"venue":"polymarket","created":"2026-01-31T11:59:58Z","checked":true,"markets":[{"id":"CONDITION","slug":"btc-updown-15m-1769860800","question":"Bitcoin Up or Down?","outcomes":[{"name":"Up","instrument":"111"},{"name":"Down","instrument":"222"}],"tickSize":"0.01","window":{"start":"2026-01-31T12:00:00Z","end":"2026-01-31T12:15:00Z","reference":"BTC/USD","strike":"78123.45"}}]}
            {"t":1769860800000000000,"s":"market","f":[{"market":"CONDITION","asset_id":"111","timestamp":"1769860799990","hash":"","bids":[{"price":"0.48","size":"100"},{"price":"0.49","size":"30"}],"asks":[{"price":"0.52","size":"80.5"},{"price":"0.51","size":"20"}],"tick_size":"0.01","event_type":"book"}]}
            {"t":1769860801000000000,"s":"market","f":{"market":"CONDITION","price_changes":[{"asset_id":"111","price":"0.49","size":"42","side":"BUY"}],"timestamp":"1769860801000","event_type":"price_change"}}
            {"t":1769860802000000000,"s":"market","f":{"market":"CONDITION","asset_id":"111","price":"0.51","size":"7.25","side":"BUY","fee_rate_bps":"0","timestamp":"1769860802000","event_type":"last_trade_price"}}
            {"t":1769860802300000000,"s":"market","f":{"market":"CONDITION","price_changes":[{"asset_id":"111","price":"0.51","size":"12.75","side":"SELL"}],"timestamp":"1769860802300","event_type":"price_change"}}
            {"t":1769860803000000000,"s":"rtds","f":{"topic":"crypto_prices_chainlink","type":"update","timestamp":1769860803000,"payload":{"symbol":"btc/usd","timestamp":1769860802500,"value":78125.5,"full_accuracy_value":"78125500000000000000000"}}}
            {"t":1769860805000000000,"gap":{"trust":"STALE","reason":"connection lost"}}
            {"t":1769860806000000000,"s":"market","f":[{"market":"CONDITION","asset_id":"222","timestamp":"1769860806000","hash":"","bids":[{"price":"0.45","size":"10"}],"asks":[{"price":"0.47","size":"11"}],"tick_size":"0.01","event_type":"book"}]}
            {"t":1769861702000000000,"resolution":{"market":"CONDITION","payouts":["1","0"],"at":"2026-01-31T12:15:00Z"}}
            {"end":{"lines":8}}
            """.replace("CONDITION", CONDITION);

    @TempDir
    Path folder;

    private final TestAccount account = TestAccount.of(1, 137, "desk", WalletKind.EOA, Cash.ofUsd(1_000));
    private PolymarketSimulator venue;
    private WireClient client;

    @BeforeEach
    void open() throws IOException {
        venue = venue(RecordedWorld.of(List.of(file(RECORDED)), formats()));
        client = new WireClient(venue);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    static List<RecordingFormat> formats() {
        return ServiceLoader.load(RecordingFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private PolymarketSimulator venue(RecordedWorld world) {
        return PolymarketSimulator.builder()
                .world(world)
                .manualTime(NOW)
                .accounts(List.of(account))
                .start();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("day.ploy.jsonl"), text);
    }

    private JsonNode get(Api api, String path) {
        try {
            return MAPPER.readTree(client.get(api, path).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Bids and asks of an outcome over the wire, best first. */
    private String book(String token) {
        JsonNode book = get(Api.CLOB, "/book?token_id=" + token);
        return levels(book.path("bids")) + " / " + levels(book.path("asks"));
    }

    private static String levels(JsonNode side) {
        List<String> levels = new ArrayList<>();
        side.forEach(level -> levels.add(
                0, level.path("price").asText() + "x" + level.path("size").asText()));
        return String.join(" ", levels);
    }

    private Placement place(OrderRequest request) {
        return venue.state()
                .loop()
                .ask(() -> venue.state().exchange().place(account.account().id(), request));
    }

    private void advanceTo(double secondsOfWindow) {
        Instant to = NOW.plusMillis((long) (secondsOfWindow * 1_000));
        venue.advance(Duration.between(venue.clock().instant(), to));
    }

    @Test
    void marketsAreListedWithTheirTokensRulesAndTimes() {
        ListedMarket listed = venue.openMarkets().get(0);

        assertThat(listed.conditionId()).isEqualTo(CONDITION);
        assertThat(listed.tokenId(true)).isEqualTo("111");
        assertThat(listed.market().slug()).isEqualTo("btc-updown-15m-" + NOW.getEpochSecond());
        assertThat(listed.event().seriesSlug()).isEqualTo("btc-up-or-down-15m");
        assertThat(listed.market().window().orElseThrow().start()).isEqualTo(NOW);
        assertThat(listed.market().rules().fees())
                .as("assumed where not recorded")
                .isPresent();
        JsonNode served = get(Api.GAMMA, "/markets/slug/" + listed.market().slug());
        assertThat(served.path("endDate").asText()).isEqualTo("2026-11-20T12:15:00Z");
        assertThat(served.path("resolutionSource").asText()).isEqualTo("https://data.chain.link/streams/btc-usd");
    }

    @Test
    void theBooksAreWhatWasRecordedWhenItWas() {
        assertThat(book("111")).isEqualTo("0.49x30 0.48x100 / 0.51x20 0.52x80.5");
        assertThat(book("222")).isEqualTo("0.49x20 0.48x80.5 / 0.51x30 0.52x100");
        advanceTo(1);
        assertThat(book("111")).isEqualTo("0.49x42 0.48x100 / 0.51x20 0.52x80.5");
        advanceTo(2);
        assertThat(book("111")).as("taken").isEqualTo("0.49x42 0.48x100 / 0.51x12.75 0.52x80.5");
        advanceTo(4.9);
        assertThat(book("111")).as("as it was").isEqualTo("0.49x42 0.48x100 / 0.51x12.75 0.52x80.5");
        advanceTo(5);
        assertThat(book("111")).as("not known").isEqualTo(" / ");
        advanceTo(6);
        assertThat(book("111")).as("by the other outcome's").isEqualTo("0.53x11 / 0.55x10");
    }

    @Test
    void recordedTradesAndPricesAreTold() {
        client.open(Channel.MARKET, "{\"assets_ids\":[\"111\"],\"type\":\"market\"}");
        Awaitility.await().until(() -> !frames("event_type\":\"book").isEmpty());

        advanceTo(2.1);
        Awaitility.await()
                .until(() -> !frames("\"event_type\":\"last_trade_price\"").isEmpty());
        assertThat(frames("\"event_type\":\"last_trade_price\"")).hasSize(1);
        assertThat(frames("\"event_type\":\"last_trade_price\"").get(0))
                .contains("\"price\":\"0.51\"", "\"size\":\"7.25\"", "BUY");

        List<Object> prices = new ArrayList<>();
        venue.state().loop().ask(() -> {
            venue.state().exchange().observe(new ExchangeObserver() {
                @Override
                public void onReferencePrice(ReferencePrice price) {
                    prices.add(price.symbol() + " " + price.value() + " " + price.sourceTime());
                }
            });
            return true;
        });
        advanceTo(3);
        assertThat(prices).containsExactly("BTC/USD 78125.5 " + NOW.plusMillis(2_500));
    }

    private List<String> frames(String with) {
        return venue.log().frames().stream()
                .map(frame -> frame.text())
                .filter(text -> text.contains(with))
                .toList();
    }

    @Test
    void whatAClientTookStaysTakenUntilTheRecordingShowsLess() {
        assertThat(place(OrderRequest.buy(UP, Quantity.ofShares(15), Price.parse("0.51")))
                        .matched())
                .isEqualTo(Quantity.ofShares(15));

        advanceTo(1);
        assertThat(book("111")).isEqualTo("0.49x42 0.48x100 / 0.51x5 0.52x80.5");
        advanceTo(2);
        assertThat(book("111")).as("the recorded trade takes what is left").isEqualTo("0.49x42 0.48x100 / 0.52x80.5");
        advanceTo(2.3);
        assertThat(book("111")).as("12.75 are shown, all of them taken").isEqualTo("0.49x42 0.48x100 / 0.52x80.5");
        advanceTo(6);
        assertThat(book("111")).isEqualTo("0.53x11 / 0.55x10");
    }

    @Test
    void aClientsOrderMeetsRecordedTradesAndRecordedOrders() {
        assertThat(place(OrderRequest.buy(DOWN, Quantity.ofShares(5), Price.parse("0.50")))
                        .rests())
                .isTrue();
        assertThat(book("111")).isEqualTo("0.49x30 0.48x100 / 0.5x5 0.51x20 0.52x80.5");

        advanceTo(2);
        assertThat(book("111")).as("five of the trade's shares").isEqualTo("0.49x42 0.48x100 / 0.51x17.75 0.52x80.5");
        advanceTo(2.3);
        assertThat(book("111")).isEqualTo("0.49x42 0.48x100 / 0.51x12.75 0.52x80.5");

        advanceTo(5.5);
        place(OrderRequest.buy(DOWN, Quantity.ofShares(6), Price.parse("0.48")));
        advanceTo(6);
        assertThat(book("222")).as("an offer came, and met the bid").isEqualTo("0.45x10 / 0.47x5");

        advanceTo(60);
        assertThat(shares(DOWN)).as("settled").isEqualTo(Quantity.ofShares(11));
        assertThat(place(OrderRequest.sell(DOWN, Quantity.ofShares(8), Price.parse("0.45")))
                        .matched())
                .isEqualTo(Quantity.ofShares(8));
        assertThat(book("222")).isEqualTo("0.45x2 / 0.47x5");
    }

    private Quantity shares(InstrumentId instrument) {
        return venue.state()
                .loop()
                .ask(() -> venue.state().exchange().available(account.account().id(), instrument));
    }

    @Test
    void theRecordedPayoutIsPaidAndTheHouseLeaves() {
        place(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.51")));
        advanceTo(902);

        assertThat(venue.openMarkets()).isEmpty();
        JsonNode token = get(Api.CLOB, "/markets/" + CONDITION).path("tokens").get(0);
        assertThat(token.path("winner").asBoolean()).isTrue();
        venue.state().loop().ask(() -> {
            assertThat(venue.state()
                            .exchange()
                            .operate(
                                    account.account().id(),
                                    Operation.Kind.REDEEM,
                                    venue.state()
                                            .catalogue()
                                            .markets()
                                            .get(0)
                                            .market()
                                            .id(),
                                    Quantity.ZERO))
                    .isTrue();
            Cash fee = venue.state().exchange().feesCollected();
            assertThat(venue.state().exchange().account(account.account().id()).collateral())
                    .isGreaterThan(Cash.ofUsd(1_004));
            assertThat(fee.micros()).isPositive();
            assertThat(venue.state().exchange().totalCollateral())
                    .isEqualTo(venue.state().exchange().collateralBroughtIn());
            return true;
        });
    }

    @Test
    void atItsOwnTimeNothingIsShifted() throws IOException {
        List<Path> paths = List.of(file(RECORDED));
        List<RecordingFormat> formats = formats();
        RecordedWorld world = RecordedWorld.of(paths, formats);
        try (PolymarketSimulator then = PolymarketSimulator.builder()
                .world(world)
                .manualTime(world.start())
                .start()) {
            assertThat(then.openMarkets().get(0).market().slug()).isEqualTo("btc-updown-15m-1769860800");
        }
        assertThat(world.length()).isEqualTo(Duration.ofSeconds(902));
        assertThat(world).hasToString("recording " + paths.get(0));
    }

    @Test
    void inWholeStepsItsWindowsStayOnTheHour() throws IOException {
        RecordedWorld world =
                RecordedWorld.of(List.of(file(RECORDED)), formats()).inStepsOf(Duration.ofMinutes(15));
        assertThatThrownBy(() -> world.inStepsOf(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        for (long late : new long[] {0, 61, 899}) {
            Instant begun = late == 0 ? NOW : NOW.plus(Duration.ofMinutes(15));
            try (PolymarketSimulator then = PolymarketSimulator.builder()
                    .world(world)
                    .manualTime(NOW.plusSeconds(late))
                    .start()) {
                assertThat(then.openMarkets()).hasSize(late == 0 ? 1 : 0);
                then.advance(Duration.between(NOW.plusSeconds(late), begun));
                assertThat(then.openMarkets().get(0).market().slug())
                        .isEqualTo("btc-updown-15m-" + begun.getEpochSecond());
            }
        }
        try (PolymarketSimulator before = PolymarketSimulator.builder()
                .world(world)
                .manualTime(world.start().minus(Duration.ofMinutes(20)))
                .start()) {
            before.advance(Duration.ofMinutes(5));
            assertThat(before.openMarkets()).hasSize(1);
        }
    }

    @Test
    void whatIsNoRecordingIsSaid() throws IOException {
        Path none = folder.resolve("none.ploy.jsonl");
        assertThatThrownBy(() -> RecordedWorld.of(List.of(none), formats()))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("none.ploy.jsonl");
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "hello");
        assertThatThrownBy(() -> RecordedWorld.of(List.of(foreign), formats()))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("notes.txt is not a recording in any installed format");
        Path cut = file(RECORDED.substring(0, RECORDED.length() - 200));
        assertThatThrownBy(() -> RecordedWorld.of(List.of(cut), formats()))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("day.ploy.jsonl");
        Path empty = Files.writeString(folder.resolve("empty.ploy.jsonl"), """
                {"ploy":1,"venue":"polymarket","created":"2026-01-31T11:59:58Z","markets":[]}
                {"end":{"lines":0}}
                """);
        assertThatThrownBy(() -> RecordedWorld.of(List.of(empty), formats()))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("empty.ploy.jsonl holds no event");
    }
}
