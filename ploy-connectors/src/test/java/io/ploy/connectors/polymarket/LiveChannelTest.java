package io.ploy.connectors.polymarket;

import static io.ploy.connectors.polymarket.LiveFrames.DOWN;
import static io.ploy.connectors.polymarket.LiveFrames.MARKET;
import static io.ploy.connectors.polymarket.LiveFrames.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveChannelTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:00:01Z");
    private static final String BOOK = """
            {"market":"0xc0ffee","asset_id":"111","timestamp":"1769860799990",\
            "hash":"c67bac3d293b386f7f18252ad1bee87dc1fb5eda",\
            "bids":[{"price":"0.48","size":"100"},{"price":"0.49","size":"30"}],\
            "asks":[{"price":"0.52","size":"80.5"},{"price":"0.51","size":"20"}],\
            "tick_size":"0.01","event_type":"book","last_trade_price":""}""";
    private static final MarketEvent BOOK_EVENT = new MarketEvent.BookSnapshot(
            AT,
            UP,
            TickSize.CENT,
            List.of(level("0.48", "100"), level("0.49", "30")),
            List.of(level("0.52", "80.5"), level("0.51", "20")));

    private final List<NewMarket> listed = new ArrayList<>();
    private LiveChannel channel = channel(true, LiveChannel.PATIENCE);

    @Test
    void aBookBecomesASnapshot() {
        assertThat(read(BOOK)).containsExactly(BOOK_EVENT);
    }

    @Test
    void changesOfEachBookComeAtOnce() {
        String frame = changes(
                entry("111", "0.5", "12", "BUY"), entry("222", "0.5", "12", "SELL"), entry("111", "0.49", "0", "BUY"));

        assertThat(read(frame))
                .containsExactly(
                        new MarketEvent.BookChanged(
                                AT,
                                UP,
                                List.of(change(BookSide.BIDS, "0.5", "12"), change(BookSide.BIDS, "0.49", "0"))),
                        new MarketEvent.BookChanged(AT, DOWN, List.of(change(BookSide.ASKS, "0.5", "12"))));
    }

    @Test
    void aTradeIsToldWithTheTakersSide() {
        String frame = "{\"event_type\":\"last_trade_price\",\"asset_id\":\"222\",\"market\":\"0xc0ffee\","
                + "\"price\":\"0.51\",\"side\":\"SELL\",\"size\":\"7.25\",\"fee_rate_bps\":\"\",\"transaction_hash\":\"0x1\"}";

        assertThat(read(frame))
                .containsExactly(new MarketEvent.Traded(
                        new MarketTrade(DOWN, Side.SELL, Price.parse("0.51"), Quantity.parse("7.25"), AT)));
    }

    @Test
    void aTickSizeHoldsForTheBooksAfterIt() {
        List<MarketEvent> events = read("[{\"event_type\":\"tick_size_change\",\"asset_id\":\"111\","
                + "\"new_tick_size\":\"0.001\"},{\"event_type\":\"book\",\"asset_id\":\"111\",\"tick_size\":\"\","
                + "\"bids\":[],\"asks\":[]}]");

        assertThat(events)
                .containsExactly(
                        new MarketEvent.TickSizeChanged(AT, UP, TickSize.TENTH_CENT),
                        new MarketEvent.BookSnapshot(AT, UP, TickSize.TENTH_CENT, List.of(), List.of()));
    }

    @Test
    void aResolutionOfAKnownMarketIsTold() {
        String frame = "{\"event_type\":\"market_resolved\",\"id\":\"1\",\"market\":\"0xc0ffee\",\"tags\":[\"x\"],"
                + "\"winning_asset_id\":\"111\",\"winning_outcome\":\"Up\",\"timestamp\":\"1769860800500\"}";

        assertThat(read(frame))
                .containsExactly(new MarketEvent.MarketResolved(
                        AT, Resolution.first(MARKET, Instant.ofEpochMilli(1_769_860_800_500L))));
        assertThat(read(frame.replace("\"111\"", "\"999\""))).isEmpty();
        assertThat(read(frame.replace("0xc0ffee", "0xother"))).isEmpty();
        assertThat(dropped(DropReason.MALFORMED)).isEqualTo(1);
        assertThat(dropped(DropReason.UNKNOWN_MARKET)).isEqualTo(1);
    }

    @Test
    void aNewMarketIsAReasonToLookItUp() {
        String frame =
                "{\"event_type\":\"new_market\",\"id\":\"7\",\"question\":\"Größe \\\"x\\\" 😀?\",\"market\":\"0xnew\","
                        + "\"slug\":\"a-new-one\",\"assets_ids\":[\"5\",\"6\"],\"event_message\":{\"id\":\"1\"}}";

        FrameOutcome outcome = channel.accept(frame, AT, event -> {});

        assertThat(outcome).isEqualTo(FrameOutcome.USED);
        assertThat(listed)
                .containsExactly(new NewMarket(
                        new MarketId("polymarket", "0xnew"),
                        "a-new-one",
                        List.of(new InstrumentId("polymarket", "5"), new InstrumentId("polymarket", "6"))));
    }

    @Test
    void aNewMarketWithoutAListOfOutcomesNamesItsTokensOtherwiseOrNotAtAll() {
        read("[{\"event_type\":\"new_market\",\"market\":\"0xa\",\"clob_token_ids\":[\"5\",\"\"]},"
                + "{\"event_type\":\"new_market\",\"market\":\"0xb\"}]");

        assertThat(listed)
                .containsExactly(
                        new NewMarket(
                                new MarketId("polymarket", "0xa"), "", List.of(new InstrumentId("polymarket", "5"))),
                        new NewMarket(new MarketId("polymarket", "0xb"), "", List.of()));
    }

    @Test
    void aNewMarketWithoutAMarketIsLeftOut() {
        assertThat(channel.accept("{\"event_type\":\"new_market\",\"slug\":\"x\"}", AT, event -> {}))
                .isEqualTo(FrameOutcome.UNUSED);

        assertThat(listed).isEmpty();
        assertThat(dropped(DropReason.MALFORMED)).isEqualTo(1);
    }

    @Test
    void entriesAreLeftOutOneByOne() {
        String strange =
                "{\"market\":\"0xother\",\"asset_id\":\"999\",\"event_type\":\"book\",\"bids\":[],\"asks\":[]}";

        List<MarketEvent> events = read("[" + strange + ",{\"event_type\":\"something_new\"},5," + BOOK + "]");

        assertThat(events).containsExactly(BOOK_EVENT);
        assertThat(dropped(DropReason.UNKNOWN_MARKET)).isEqualTo(1);
        assertThat(dropped(DropReason.UNKNOWN_KIND)).isEqualTo(1);
        assertThat(dropped(DropReason.MALFORMED)).isEqualTo(1);
        assertThat(channel.counts().messages())
                .containsEntry(MessageKind.BOOK, 2L)
                .containsEntry(MessageKind.UNKNOWN, 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"price\":\"0.47\"}",
                "{\"price\":\"0.47\",\"size\":\"\"}",
                "{\"price\":\"1.47\",\"size\":\"1\"}",
                "{\"price\":\"0.47\",\"size\":\"-1\"}",
                "{\"price\":\"0.47\",\"size\":\"1e3\"}",
                "{\"price\":\"0.47\",\"size\":\"9223372036854.775808\"}",
                "{\"price\":\"0.47\",\"size\":\"1\",\"size\":\"1\"}",
                "{\"price\":\"0.48\",\"size\":\"1\"}",
                "{\"price\":[],\"size\":\"1\"}",
                "{\"price\":\"\",\"size\":\"1\",\"price\":\"0.47\"}",
                "\"0.47\"",
                "null",
            })
    void aBookWithABadLevelIsNotTakenInAndTheBookKnownIsDoubted(String level) {
        read(BOOK);

        List<MarketEvent> events = read(BOOK.replace("\"bids\":[", "\"bids\":[" + level + ","));

        assertThat(events).hasSize(1).first().isInstanceOfSatisfying(MarketEvent.BookDistrusted.class, event -> {
            assertThat(event.instrument()).isEqualTo(UP);
            assertThat(event.trust()).isEqualTo(BookTrust.SUSPECT);
            assertThat(event.reason()).contains("bids");
        });
        assertThat(dropped(DropReason.MALFORMED)).isEqualTo(1);
        assertThat(read(BOOK)).containsExactly(BOOK_EVENT);
    }

    @Test
    void aBadBookThatIsTheFirstOneLeavesTheBookSyncing() {
        List<MarketEvent> events = read(BOOK.replace("\"0.51\"", "\"x\""));

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        MarketEvent.BookDistrusted.class,
                        event -> assertThat(event.trust()).isEqualTo(BookTrust.SYNCING));
    }

    @Test
    void doubtIsToldOnceUntilTheBookComesWhole() {
        String bad = changes(entry("111", "0.5", "x", "BUY"));
        read(BOOK);

        assertThat(read(bad)).hasSize(1);
        assertThat(read(bad)).isEmpty();
        assertThat(read(BOOK)).hasSize(1);
        assertThat(read(bad)).hasSize(1);
    }

    @Test
    void aBadEntryDoubtsItsBookAndTheOthersAreTakenInBefore() {
        List<MarketEvent> events = read(changes(
                entry("222", "0.5", "12", "SELL"),
                entry("111", "0.5", "12", "HOLD"),
                entry("999", "0.5", "12", "BUY").replace("\"999\"", "\"222\""),
                entry("111", "0.47", "3", "BUY")));

        assertThat(events).hasSize(3);
        assertThat(events.subList(0, 2))
                .containsExactly(
                        new MarketEvent.BookChanged(
                                AT,
                                DOWN,
                                List.of(change(BookSide.ASKS, "0.5", "12"), change(BookSide.BIDS, "0.5", "12"))),
                        new MarketEvent.BookChanged(AT, UP, List.of(change(BookSide.BIDS, "0.47", "3"))));
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        MarketEvent.BookDistrusted.class,
                        event -> assertThat(event.instrument()).isEqualTo(UP));
    }

    @Test
    void anEntryOfNoKnownOutcomeDoubtsBothBooksOfTheMarketItNames() {
        List<MarketEvent> events = read(changes(entry("998", "0.5", "12", "BUY")));

        assertThat(events)
                .extracting(each -> ((MarketEvent.BookDistrusted) each).instrument())
                .containsExactly(UP, DOWN);
        assertThat(read(changes(entry("998", "0.5", "12", "BUY")).replace("0xc0ffee", "0xother")))
                .isEmpty();
        assertThat(dropped(DropReason.UNKNOWN_MARKET)).isEqualTo(1);
    }

    @Test
    void aTradeThatIsNotUnderstoodDoubtsNoBook() {
        String trade = "{\"event_type\":\"last_trade_price\",\"asset_id\":\"111\",\"price\":\"0.51\",\"side\":\"BUY\","
                + "\"size\":\"\"}";

        assertThat(read(trade)).isEmpty();
        assertThat(read(trade.replace("\"size\":\"\"", "\"size\":\"0\""))).isEmpty();
        assertThat(dropped(DropReason.MALFORMED)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0.03\"", "\"\"", "null", "\"x\"", "1", "\"0\"", "\"-0.01\""})
    void aTickSizeThatCannotBeDoubtsTheBook(String tick) {
        String frame = "{\"event_type\":\"tick_size_change\",\"asset_id\":\"111\",\"new_tick_size\":" + tick + "}";

        assertThat(read(frame)).singleElement().isInstanceOf(MarketEvent.BookDistrusted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"market\":\"0xc0ffee\",\"market\":\"0xother\"",
                "\"market\":\"0xc0ffee\",\"timestamp\":\"soon\"",
                "\"market\":\"0xc0ffee\",\"timestamp\":\"1769860799990000\"",
                "\"market\":\"0xc0ffee\",\"price_changes\":{}",
            })
    void aMessageThatContradictsItselfDoubtsAllItNames(String members) {
        String frame = "{\"event_type\":\"price_change\"," + members + "}";

        assertThat(read(frame)).hasSize(2).allMatch(MarketEvent.BookDistrusted.class::isInstance);
    }

    @Test
    void anOutcomeNamedTwiceInOneEntryDoubtsBoth() {
        String twice = entry("111", "0.5", "12", "BUY").replace("{", "{\"asset_id\":\"222\",");

        assertThat(read(changes(twice)))
                .extracting(each -> ((MarketEvent.BookDistrusted) each).instrument())
                .containsExactly(UP, DOWN);
    }

    @Test
    void answersOlderThanTheBookAreLeftOutAndCounted() {
        String answer = BOOK.replace("\"event_type\":\"book\",", "");
        read(BOOK);

        assertThat(channel.accept(answer.replace("799990", "799989"), AT, event -> {}))
                .isEqualTo(FrameOutcome.UNUSED);
        assertThat(dropped(DropReason.OLD)).isEqualTo(1);
        assertThat(read(answer)).containsExactly(BOOK_EVENT);
        assertThat(channel.asOf(UP)).isEqualTo(1_769_860_799_990L);
        assertThat(channel.asOf(DOWN)).isNegative();
        assertThat(channel.asOf(new InstrumentId("polymarket", "999"))).isNegative();
    }

    @Test
    void anAnswerThatIsOlderThanWhatWasMissedDoesNotHeal() {
        read(BOOK);
        read(changes(entry("111", "0.5", "x", "BUY")));

        assertThat(read(BOOK.replace("\"event_type\":\"book\",", ""))).isEmpty();
    }

    @Test
    void anAnswerThatIsNotUnderstoodDoubtsNothing() {
        read(BOOK);

        assertThat(read(BOOK.replace("\"event_type\":\"book\",", "").replace("\"30\"", "\"x\"")))
                .isEmpty();
        assertThat(dropped(DropReason.MALFORMED)).isEqualTo(1);
    }

    @Test
    void bestPricesThatDifferOnceOrTwiceAreBorne() {
        read(BOOK);

        assertThat(read(quote("0.48", "0.51"))).isEmpty();
        assertThat(read(quote("0.48", "0.51"))).isEmpty();
        assertThat(read(quote("0.49", "0.51"))).isEmpty();
        assertThat(read(quote("0.48", "0.51"))).isEmpty();
        assertThat(read(quote("0.48", "0.51"))).isEmpty();
        assertThat(read(quote("0.48", "0.51")))
                .singleElement()
                .isInstanceOfSatisfying(
                        MarketEvent.BookDistrusted.class,
                        event -> assertThat(event.trust()).isEqualTo(BookTrust.SUSPECT));
        assertThat(channel.counts().quotes()).isEqualTo(6);
        assertThat(channel.counts().quotesMatched()).isEqualTo(1);
    }

    @Test
    void withoutPatienceTheFirstDifferenceCounts() {
        channel = channel(true, 0);
        read(BOOK);

        assertThat(read(quote("0.48", "0.51"))).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> channel(true, -1));
    }

    @Test
    void bestPricesOfABookNotKeptAreNotCompared() {
        assertThat(read(quote("0.48", "0.51"))).isEmpty();
        channel = channel(false, 0);
        read(BOOK);
        assertThat(read(quote("0.48", "0.51"))).isEmpty();
        assertThat(read(quote("0.48", "0.51").replace("111", "999").replace("0xc0ffee", "0xother")))
                .isEmpty();

        assertThat(channel.counts().quotes()).isZero();
        assertThat(channel.counts().messages()).containsEntry(MessageKind.BEST_BID_ASK, 2L);
        assertThat(dropped(DropReason.UNKNOWN_MARKET)).isEqualTo(1);
    }

    @Test
    void bestPricesThatAreNoneAreLeftOut() {
        read(BOOK);

        assertThat(read(quote("x", "0.51"))).isEmpty();
        assertThat(dropped(DropReason.MALFORMED)).isEqualTo(1);
        assertThat(channel.counts().quotes()).isZero();
    }

    @Test
    void wrongHashesCountOnlyWhereTheWholeBooksHashWasRight() {
        String wrong = changed("0".repeat(40));
        read(BOOK);
        assertThat(read(wrong)).hasSize(1);
        assertThat(read(wrong)).hasSize(1);
        assertThat(read(wrong)).hasSize(2);

        read(BOOK.replace("c67b", "0000"));
        for (int i = 0; i < 10; i++) {
            assertThat(read(wrong)).hasSize(1);
        }
        assertThat(channel.counts().checks()).isEqualTo(new BookChecks(2, 1, 13, 0, 13, 13));
    }

    @Test
    void aWholeBookWithAWrongHashIsBelieved() {
        assertThat(read(BOOK.replace("c67b", "0000"))).containsExactly(BOOK_EVENT);
    }

    @Test
    void unknownMembersAreSkippedAndCounted() {
        String frame = BOOK.replace("{\"price\"", "{\"orders\":[3,{}],\"price\"")
                .replace("{\"market\"", "{\"x\":\"\\u0041\",\"market\"");

        assertThat(read(frame)).containsExactly(BOOK_EVENT);
        assertThat(channel.counts().unknownMembers()).isEqualTo(5);
    }

    @Test
    void membersTheVenueDescribesAreNotUnknown() {
        read(
                "{\"event_type\":\"last_trade_price\",\"asset_id\":\"111\",\"price\":\"0.5\",\"side\":\"BUY\",\"size\":\"1\","
                        + "\"fee_rate_bps\":\"0\",\"transaction_hash\":\"0x\",\"timestamp\":null}");

        assertThat(channel.counts().unknownMembers()).isZero();
    }

    @Test
    void aForgottenMarketIsUnknown() {
        read(BOOK);

        channel.forget(MARKET);
        channel.forget(new MarketId("polymarket", "0xother"));

        assertThat(read(BOOK)).isEmpty();
        assertThat(dropped(DropReason.UNKNOWN_MARKET)).isEqualTo(1);
        define(channel);
        assertThat(read(BOOK)).hasSize(1);
    }

    @Test
    void manyMarketsAreToldApart() throws MalformedFrameException {
        for (int i = 0; i < 500; i++) {
            channel.define(other("0x" + i, "7" + "0".repeat(70) + i, "8" + "0".repeat(70) + i));
        }
        for (int i = 0; i < 500; i += 2) {
            channel.forget(new MarketId("polymarket", "0x" + i));
        }

        for (int i = 0; i < 500; i++) {
            String asset = (i % 4 < 2 ? "7" : "8") + "0".repeat(70) + i;
            assertThat(read("{\"event_type\":\"book\",\"asset_id\":\"" + asset + "\",\"bids\":[],\"asks\":[]}"))
                    .hasSize(i % 2);
        }
    }

    @Test
    void anIdThatJsonWouldEscapeIsFoundEscapedOnly() throws MalformedFrameException {
        channel.define(other("0xq", "a\"b", "c"));

        String frame = "{\"event_type\":\"book\",\"market\":\"0xq\",\"asset_id\":\"a\\\"b\",\"bids\":[],\"asks\":[]}";
        assertThat(read(frame)).hasSize(1);
        assertThat(channel.accept(frame.replace("\\", ""), AT, event -> {})).isEqualTo(FrameOutcome.UNREADABLE);
    }

    @Test
    void lostBooksAreDistrustedAndComeBackWhole() {
        read(BOOK);
        List<MarketEvent> lost = new ArrayList<>();

        channel.distrustAll(AT, BookTrust.STALE, "gone", lost::add);
        channel.distrust(AT, BookTrust.SYNCING, "asked again", List.of(DOWN), lost::add);

        assertThat(lost)
                .containsExactly(
                        new MarketEvent.BookDistrusted(AT, UP, BookTrust.STALE, "gone"),
                        new MarketEvent.BookDistrusted(AT, DOWN, BookTrust.SYNCING, "asked again"));
        assertThat(read(quote("0.1", "0.2"))).isEmpty();
        assertThat(read(BOOK)).containsExactly(BOOK_EVENT);
    }

    @Test
    void aMarketThatContradictsAnotherIsRefused() {
        assertThatThrownBy(() -> channel.define(other("0xother", "111", "5")))
                .isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void framesAreCountedKeepAlivesToo() {
        read("PONG");
        read(BOOK);

        LiveCounts counts = channel.counts();

        assertThat(counts.frames()).isEqualTo(2);
        assertThat(counts.messages()).containsEntry(MessageKind.BOOK, 1L).containsEntry(MessageKind.TRADE, 0L);
        assertThatThrownBy(() -> counts.messages().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({"BOOK, book", "ANSWER, ''", "TRADE, last_trade_price", "BEST_BID_ASK, best_bid_ask"})
    void kindsHaveTheVenuesWords(MessageKind kind, String word) {
        assertThat(kind.word()).isEqualTo(word);
    }

    private static String quote(String bid, String ask) {
        return "{\"event_type\":\"best_bid_ask\",\"market\":\"0xc0ffee\",\"asset_id\":\"111\",\"best_bid\":\"" + bid
                + "\",\"best_ask\":\"" + ask + "\",\"spread\":\"0.01\",\"timestamp\":\"1769860800100\"}";
    }

    private static String changed(String hash) {
        return changes("{\"asset_id\":\"111\",\"price\":\"0.5\",\"size\":\"12.0\",\"side\":\"BUY\",\"hash\":\"" + hash
                + "\",\"best_bid\":\"0.5\",\"best_ask\":\"0.51\"}");
    }

    private static String changes(String... entries) {
        return "{\"market\":\"0xc0ffee\", \"price_changes\":[" + String.join(", ", entries)
                + "], \"timestamp\":\"1769860800100\", \"event_type\":\"price_change\"}";
    }

    private static String entry(String asset, String price, String size, String side) {
        return "{\"asset_id\":\"" + asset + "\",\"price\":\"" + price + "\",\"size\":\"" + size + "\",\"side\":\""
                + side + "\"}";
    }

    private static BookLevel level(String price, String size) {
        return new BookLevel(Price.parse(price), Quantity.parse(size));
    }

    private static LevelChange change(BookSide side, String price, String size) {
        return new LevelChange(side, Price.parse(price), Quantity.parse(size));
    }

    private static VenueMarket other(String market, String first, String second) {
        return new VenueMarket(
                Market.builder(
                                new MarketId("polymarket", market),
                                new Outcome("Yes", new InstrumentId("polymarket", first)),
                                new Outcome("No", new InstrumentId("polymarket", second)),
                                TradingRules.builder(TickSize.CENT).build())
                        .build(),
                false,
                MarketVersion.POSITIONS);
    }

    private LiveChannel channel(boolean checking, int patience) {
        LiveChannel made = patience == LiveChannel.PATIENCE
                ? new LiveChannel(checking, listed::add)
                : new LiveChannel(checking, patience, listed::add);
        define(made);
        return made;
    }

    private static void define(LiveChannel channel) {
        try {
            channel.define(LiveFrames.market());
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    private long dropped(DropReason reason) {
        return channel.counts().dropped().getOrDefault(reason, -1L);
    }

    private List<MarketEvent> read(String frame) {
        List<MarketEvent> events = new ArrayList<>();
        channel.accept(frame, AT, events::add);
        return events;
    }
}
