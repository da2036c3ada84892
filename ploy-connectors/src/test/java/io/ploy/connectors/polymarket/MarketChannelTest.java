package io.ploy.connectors.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketChannelTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");
    private static final InstrumentId UP = new InstrumentId("polymarket", "111");
    private static final InstrumentId DOWN = new InstrumentId("polymarket", "222");
    private static final MarketId MARKET = new MarketId("polymarket", "0xc0ffee");
    private static final String BOOK = """
            {"market":"0xc0ffee","asset_id":"111","timestamp":"1769860799990",\
            "hash":"c67bac3d293b386f7f18252ad1bee87dc1fb5eda",\
            "bids":[{"price":"0.48","size":"100"},{"price":"0.49","size":"30"}],\
            "asks":[{"price":"0.52","size":"80.5"},{"price":"0.51","size":"20"}],\
            "tick_size":"0.01","event_type":"book","last_trade_price":""}""";

    private final MarketChannel channel = channel(true);

    @Test
    void bookBecomesASnapshotWhateverTheOrderOfItsMembers() throws IOException {
        assertThat(read(channel, BOOK))
                .containsExactly(new MarketEvent.BookSnapshot(
                        AT,
                        UP,
                        TickSize.CENT,
                        List.of(level("0.48", "100"), level("0.49", "30")),
                        List.of(level("0.52", "80.5"), level("0.51", "20"))));
        assertThat(channel.checks()).isEqualTo(new BookChecks(1, 1, 0, 0, 0, 0));
    }

    @Test
    void firstFrameAfterSubscribingIsAListOfBooks() throws IOException {
        String down = BOOK.replace("\"111\"", "\"222\"").replace("0.49", "0.47");

        assertThat(read(channel, "[" + BOOK + "," + down + "]"))
                .filteredOn(MarketEvent.BookSnapshot.class::isInstance)
                .hasSize(2);
    }

    @Test
    void anEmptyBookIsABook() throws IOException {
        String empty = "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[],\"asks\":[]}";

        assertThat(read(channel, empty))
                .containsExactly(new MarketEvent.BookSnapshot(AT, UP, TickSize.CENT, List.of(), List.of()));
    }

    @Test
    void veryOldBooksSayBuysAndSells() throws IOException {
        String old =
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"buys\":[{\"price\":\".4\",\"size\":\"1\"}],\"sells\":[]}";

        assertThat(read(channel, old))
                .containsExactly(
                        new MarketEvent.BookSnapshot(AT, UP, TickSize.CENT, List.of(level("0.4", "1")), List.of()));
    }

    @Test
    void entriesOfOneMessageChangeEachBookAtOnce() throws IOException {
        String frame = changes(
                entry("111", "0.5", "12", "BUY"), entry("222", "0.5", "12", "SELL"), entry("111", "0.49", "0", "BUY"));

        assertThat(read(channel, frame))
                .containsExactly(
                        new MarketEvent.BookChanged(
                                AT,
                                UP,
                                List.of(change(BookSide.BIDS, "0.5", "12"), change(BookSide.BIDS, "0.49", "0"))),
                        new MarketEvent.BookChanged(AT, DOWN, List.of(change(BookSide.ASKS, "0.5", "12"))));
    }

    @Test
    void olderShapesOfAChangeAreUnderstood() throws IOException {
        String list = "{\"event_type\":\"price_change\",\"asset_id\":\"111\",\"changes\":["
                + "{\"price\":\"0.5\",\"size\":\"12\",\"side\":\"SELL\"}]}";
        String flat =
                "{\"event_type\":\"price_change\",\"asset_id\":\"111\",\"price\":\"0.5\",\"size\":\"12\",\"side\":\"SELL\"}";
        MarketEvent expected = new MarketEvent.BookChanged(AT, UP, List.of(change(BookSide.ASKS, "0.5", "12")));

        assertThat(read(channel, list)).containsExactly(expected);
        assertThat(read(channel, flat)).containsExactly(expected);
    }

    @Test
    void hashAndTopAreComparedAfterAChange() throws IOException {
        read(channel, BOOK);

        String right = new BookHash()
                .of(new BookText(
                        "0xc0ffee",
                        "111",
                        "1769860800100",
                        List.of(
                                new BookText.Level("0.48", "100"),
                                new BookText.Level("0.49", "30"),
                                new BookText.Level("0.5", "12.0")),
                        List.of(new BookText.Level("0.52", "80.5"), new BookText.Level("0.51", "20")),
                        "5",
                        "0.01",
                        false,
                        "",
                        null));
        List<MarketEvent> events = read(channel, changed(right, "0.5", "0.51"));

        assertThat(events).hasSize(1);
        assertThat(channel.checks()).isEqualTo(new BookChecks(1, 1, 1, 1, 1, 1));
    }

    @Test
    void aWrongHashDistrustsTheBookOnceUntilTheNextWholeOne() throws IOException {
        read(channel, BOOK);

        List<MarketEvent> first = read(channel, changed("0".repeat(40), "0.5", "0.51"));
        List<MarketEvent> second = read(channel, changed("1".repeat(40), "0.5", "0.51"));
        List<MarketEvent> healed = read(channel, BOOK);
        List<MarketEvent> third = read(channel, changed("2".repeat(40), "0.5", "0.51"));

        assertThat(first).hasSize(2).last().isInstanceOfSatisfying(MarketEvent.BookDistrusted.class, event -> {
            assertThat(event.trust()).isEqualTo(BookTrust.SUSPECT);
            assertThat(event.instrument()).isEqualTo(UP);
        });
        assertThat(second).hasSize(1);
        assertThat(healed).hasSize(1);
        assertThat(third).hasSize(2);
        assertThat(channel.checks()).isEqualTo(new BookChecks(2, 2, 3, 0, 3, 3));
    }

    @ParameterizedTest
    @CsvSource({"0.49, 0.51", "0.5, 0.52", "'', 0.51", "0.5, 1"})
    void aWrongTopDistrustsTheBook(String bestBid, String bestAsk) throws IOException {
        read(channel, BOOK);

        String noHash = changed("", bestBid, bestAsk);
        List<MarketEvent> events = read(channel, noHash);

        assertThat(events).hasSize(2).last().isInstanceOf(MarketEvent.BookDistrusted.class);
        assertThat(channel.checks()).isEqualTo(new BookChecks(1, 1, 0, 0, 1, 0));
    }

    @Test
    void aWholeBookWithAWrongHashIsPassedOnAndDistrusted() throws IOException {
        List<MarketEvent> events = read(channel, BOOK.replace("\"100\"", "\"101\""));

        assertThat(events).hasSize(2).last().isInstanceOf(MarketEvent.BookDistrusted.class);
        assertThat(channel.checks().bookHashesMatched()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"111", "222"})
    void nothingIsComparedWhileTheLastTradePriceIsNotKnown(String traded) throws IOException {
        read(channel, BOOK);
        read(channel, trade(traded));

        List<MarketEvent> events = read(channel, changed("0".repeat(40), "0.5", "0.51"));

        assertThat(events).hasSize(1);
        assertThat(channel.checks().deltaHashesChecked()).isZero();
    }

    @Test
    void aBookWithoutLastTradePriceIsNotCompared() throws IOException {
        List<MarketEvent> events =
                read(channel, BOOK.replace(",\"last_trade_price\":\"\"", "").replace("c67b", "0000"));

        assertThat(events).hasSize(1);
        assertThat(channel.checks().bookHashesChecked()).isZero();
    }

    @Test
    void withoutCheckingNothingIsDoubted() throws IOException {
        MarketChannel trusting = channel(false);
        read(trusting, BOOK);

        assertThat(read(trusting, changed("0".repeat(40), "0.1", "0.2"))).hasSize(1);
        assertThat(trusting.checks()).isEqualTo(BookChecks.NONE);
    }

    @Test
    void anAnswerOlderThanTheBookKnownIsLeftOut() throws IOException {
        String answer = BOOK.replace("\"event_type\":\"book\",", "");
        read(channel, BOOK);

        assertThat(read(channel, answer.replace("1769860799990", "1769860799989")))
                .isEmpty();
        assertThat(read(channel, answer)).hasSize(1);
    }

    @Test
    void tradesCarryTheTakersSide() throws IOException {
        assertThat(read(channel, trade("222")))
                .containsExactly(new MarketEvent.Traded(
                        new MarketTrade(DOWN, Side.SELL, Price.parse("0.51"), Quantity.parse("7.25"), AT)));
    }

    @Test
    void tickSizeChangesHoldForTheNextBook() throws IOException {
        String tick = "{\"event_type\":\"tick_size_change\",\"asset_id\":\"111\",\"market\":\"0xc0ffee\","
                + "\"old_tick_size\":\"0.01\",\"new_tick_size\":\"0.001\",\"timestamp\":\"1769860800000\"}";

        assertThat(read(channel, tick)).containsExactly(new MarketEvent.TickSizeChanged(AT, UP, TickSize.TENTH_CENT));
        assertThat(read(channel, "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[],\"asks\":[]}"))
                .containsExactly(new MarketEvent.BookSnapshot(AT, UP, TickSize.TENTH_CENT, List.of(), List.of()));
    }

    @Test
    void aCoarserStepTakesLevelsOffTheNewGridOut() throws IOException {
        read(channel, BOOK.replace("\"0.49\"", "\"0.495\"").replace("\"0.01\"", "\"0.001\""));
        read(channel, "{\"event_type\":\"tick_size_change\",\"asset_id\":\"111\",\"new_tick_size\":\"0.01\"}");

        String cleared = changed("", "0.48", "0.51").replace("\"12.0\"", "\"0\"");

        assertThat(read(channel, cleared)).hasSize(1);
        assertThat(channel.checks().topsMatched()).isEqualTo(1);
    }

    @Test
    void aDefinitionWithTheSameStepKeepsTheStepTheVenueChangedTo() throws IOException {
        String empty = "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[],\"asks\":[]}";
        read(channel, "{\"event_type\":\"tick_size_change\",\"asset_id\":\"111\",\"new_tick_size\":\"0.001\"}");

        channel.define(new VenueMarket(market(TickSize.CENT, UP, DOWN), false, MarketVersion.CTF));
        assertThat(read(channel, empty))
                .containsExactly(new MarketEvent.BookSnapshot(AT, UP, TickSize.TENTH_CENT, List.of(), List.of()));

        channel.define(new VenueMarket(market(TickSize.HALF_CENT, UP, DOWN), false, MarketVersion.CTF));
        assertThat(read(channel, empty))
                .containsExactly(new MarketEvent.BookSnapshot(AT, UP, TickSize.HALF_CENT, List.of(), List.of()));
    }

    @Test
    void aVenueTimeFarAheadDoesNotMakeLaterAnswersLookOld() throws IOException {
        String answer = BOOK.replace("\"event_type\":\"book\",", "");
        read(channel, BOOK.replace("1769860799990", "999999999999999"));

        assertThat(read(channel, answer)).hasSize(1);
    }

    @Test
    void resolutionsOfKnownMarketsAreFinal() throws IOException {
        String resolved = "{\"event_type\":\"market_resolved\",\"market\":\"0xc0ffee\",\"winning_asset_id\":\"222\","
                + "\"timestamp\":\"1769861700000\"}";

        assertThat(read(channel, resolved))
                .containsExactly(new MarketEvent.MarketResolved(
                        AT, Resolution.second(MARKET, Instant.ofEpochMilli(1769861700000L))));
        assertThat(read(channel, resolved.replace("0xc0ffee", "0xother"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event_type\":\"new_market\",\"market\":\"0xother\",\"assets_ids\":[\"1\",\"2\"]}",
                "{\"event_type\":\"best_bid_ask\",\"market\":\"0xc0ffee\",\"asset_id\":\"111\",\"best_bid\":\"0.1\"}",
                "{\"event_type\":\"something_new\",\"asset_id\":\"999\"}",
                "{\"type\":\"pong\"}",
                "[]",
            })
    void otherFramesSayNothing(String frame) throws IOException {
        try (JsonParser in = new JsonFactory().createParser(frame)) {
            in.nextToken();
            channel.parse(in);
        }
        assertThat(channel.apply(AT, event -> {})).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event_type\":\"book\",\"asset_id\":\"999\",\"bids\":[],\"asks\":[]}",
                "{\"event_type\":\"book\",\"bids\":[],\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"market\":\"0xother\",\"bids\":[],\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"asset_id\":\"222\",\"bids\":[],\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":{},\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[1],\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[{\"price\":\"0.5\"}],\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[{\"price\":\"1.1\",\"size\":\"1\"}],\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[{\"price\":\"0.5\",\"size\":\"-1\"}],\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[{\"price\":\"0.5\",\"size\":\"1.1234567\"}],\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[{\"price\":\"0.5\",\"size\":\"1\",\"size\":\"2\"}],\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"bids\":[{\"price\":\"0.5\",\"size\":\"1\"},{\"price\":\"0.50\",\"size\":\"2\"}],\"asks\":[]}",
                "{\"event_type\":\"book\",\"asset_id\":\"111\",\"tick_size\":\"0.03\",\"bids\":[],\"asks\":[]}",
                "{\"event_type\":\"price_change\",\"price_changes\":[]}",
                "{\"event_type\":\"price_change\",\"price_changes\":[{\"asset_id\":\"111\",\"price\":\"0.5\",\"size\":\"1\"}]}",
                "{\"event_type\":\"price_change\",\"price_changes\":[{\"asset_id\":\"111\",\"price\":\"0.5\",\"size\":\"1\",\"side\":\"HOLD\"}]}",
                "{\"event_type\":\"price_change\",\"price_changes\":[{\"asset_id\":\"111\",\"price\":\"1e-1\",\"size\":\"1\",\"side\":\"BUY\"}]}",
                "{\"event_type\":\"price_change\",\"price_changes\":[{\"price\":\"0.1\",\"size\":\"1\",\"side\":\"BUY\"}]}",
                "{\"event_type\":\"price_change\",\"asset_id\":\"111\"}",
                "{\"event_type\":\"last_trade_price\",\"asset_id\":\"111\",\"price\":\"0.5\",\"size\":\"0\",\"side\":\"BUY\"}",
                "{\"event_type\":\"last_trade_price\",\"asset_id\":\"111\",\"price\":\"0.5\",\"side\":\"BUY\"}",
                "{\"event_type\":\"tick_size_change\",\"asset_id\":\"111\"}",
                "{\"event_type\":\"market_resolved\",\"market\":\"0xc0ffee\",\"winning_asset_id\":\"999\"}",
                "\"text\"",
                "[[]]",
                "5",
            })
    void framesThatContradictThemselvesAreMalformed(String frame) {
        assertThatThrownBy(() -> read(channel, frame)).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void nothingOfAListIsTakenInIfOneOfItIsMalformed() throws IOException {
        String bad = "{\"event_type\":\"book\",\"asset_id\":\"999\",\"bids\":[],\"asks\":[]}";

        assertThatThrownBy(() -> read(channel, "[" + BOOK + "," + bad + "]"))
                .isInstanceOf(MalformedFrameException.class);
        assertThat(channel.apply(AT, event -> {})).isFalse();
        assertThat(channel.checks()).isEqualTo(BookChecks.NONE);
    }

    @Test
    void lostBooksAreDistrustedOnceAndNotComparedUntilTheyComeWhole() throws IOException {
        read(channel, BOOK);
        List<MarketEvent> lost = new ArrayList<>();

        channel.distrustAll(AT, BookTrust.STALE, "gone", lost::add);
        channel.distrustAll(AT, BookTrust.STALE, "gone", lost::add);

        assertThat(lost).containsExactly(new MarketEvent.BookDistrusted(AT, UP, BookTrust.STALE, "gone"));
        assertThat(read(channel, changed("0".repeat(40), "0.1", "0.2"))).hasSize(1);
        assertThat(channel.checks().topsChecked()).isZero();
    }

    @Test
    void aMarketDefinedAgainKeepsItsBooksButNotOtherOutcomes() throws IOException {
        read(channel, BOOK);

        channel.define(new VenueMarket(market(TickSize.CENT, UP, DOWN), false, MarketVersion.CTF));

        assertThat(read(channel, changed("0".repeat(40), "0.5", "0.51"))).hasSize(2);
        assertThatThrownBy(() -> channel.define(new VenueMarket(
                        market(TickSize.CENT, UP, new InstrumentId("polymarket", "333")), false, MarketVersion.CTF)))
                .isInstanceOf(MalformedFrameException.class);
    }

    private static String changed(String hash, String bestBid, String bestAsk) {
        return "{\"market\":\"0xc0ffee\",\"price_changes\":[{\"asset_id\":\"111\",\"price\":\"0.5\",\"size\":\"12.0\","
                + "\"side\":\"BUY\",\"hash\":\"" + hash + "\",\"best_bid\":\"" + bestBid + "\",\"best_ask\":\""
                + bestAsk
                + "\"}],\"timestamp\":\"1769860800100\",\"event_type\":\"price_change\"}";
    }

    private static String changes(String... entries) {
        return "{\"market\":\"0xc0ffee\",\"price_changes\":[" + String.join(",", entries)
                + "],\"timestamp\":\"1769860800100\",\"event_type\":\"price_change\"}";
    }

    private static String entry(String asset, String price, String size, String side) {
        return "{\"asset_id\":\"" + asset + "\",\"price\":\"" + price + "\",\"size\":\"" + size + "\",\"side\":\""
                + side + "\"}";
    }

    private static String trade(String asset) {
        return "{\"market\":\"0xc0ffee\",\"asset_id\":\"" + asset + "\",\"price\":\"0.51\",\"size\":\"7.25\","
                + "\"side\":\"SELL\",\"timestamp\":\"1769860800280\",\"event_type\":\"last_trade_price\"}";
    }

    private static BookLevel level(String price, String size) {
        return new BookLevel(Price.parse(price), Quantity.parse(size));
    }

    private static LevelChange change(BookSide side, String price, String size) {
        return new LevelChange(side, Price.parse(price), Quantity.parse(size));
    }

    private static Market market(TickSize tick, InstrumentId first, InstrumentId second) {
        return Market.builder(
                        MARKET,
                        new Outcome("Up", first),
                        new Outcome("Down", second),
                        TradingRules.builder(tick).build())
                .build();
    }

    private static MarketChannel channel(boolean checking) {
        MarketChannel channel = new MarketChannel(checking);
        try {
            channel.define(new VenueMarket(market(TickSize.CENT, UP, DOWN), false, MarketVersion.CTF));
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
        return channel;
    }

    private static List<MarketEvent> read(MarketChannel channel, String frame) throws IOException {
        List<MarketEvent> events = new ArrayList<>();
        try (JsonParser in = new JsonFactory().createParser(frame)) {
            in.nextToken();
            channel.parse(in);
        }
        channel.apply(AT, events::add);
        return events;
    }
}
