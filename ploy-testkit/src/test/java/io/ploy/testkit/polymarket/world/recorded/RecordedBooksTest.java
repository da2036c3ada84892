package io.ploy.testkit.polymarket.world.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeOrder;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of single events of a recording. */
class RecordedBooksTest {
    private static final Instant RECORDED = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final InstrumentId YES = new InstrumentId("elsewhere", "yes");
    private static final InstrumentId NO = new InstrumentId("elsewhere", "no");
    private static final Market MARKET = Market.builder(
                    new MarketId("elsewhere", "question"),
                    new Outcome("Yes", YES),
                    new Outcome("No", NO),
                    TradingRules.builder(TickSize.CENT).build())
            .slug("question")
            .question("Will it?")
            .event(Event.of(new EventId("elsewhere", "questions")))
            .build();
    private static final AccountId CLIENT = new AccountId("client");

    @TempDir
    Path folder;

    private final List<MarketEvent> events = new ArrayList<>(List.of(new MarketEvent.MarketChanged(RECORDED, MARKET)));
    private final List<ExchangeTrade> trades = new ArrayList<>();
    private PolymarketSimulator venue;
    private EventsFormat format;

    private static Instant at(long millis) {
        return RECORDED.plusMillis(millis);
    }

    private static List<BookLevel> levels(String text) {
        List<BookLevel> levels = new ArrayList<>();
        for (String level : text.split(" ")) {
            if (!level.isEmpty()) {
                String[] parts = level.split("x");
                levels.add(new BookLevel(Price.parse(parts[0]), Quantity.parse(parts[1])));
            }
        }
        return levels;
    }

    private void book(long millis, InstrumentId instrument, String bids, String asks) {
        events.add(new MarketEvent.BookSnapshot(at(millis), instrument, TickSize.CENT, levels(bids), levels(asks)));
    }

    private void change(long millis, BookSide side, String price, String size) {
        events.add(new MarketEvent.BookChanged(
                at(millis), YES, List.of(new LevelChange(side, Price.parse(price), Quantity.parse(size)))));
    }

    private void trade(long millis, InstrumentId instrument, Side side, String price, String size) {
        events.add(new MarketEvent.Traded(
                new MarketTrade(instrument, side, Price.parse(price), Quantity.parse(size), at(millis))));
    }

    private void distrust(long millis, InstrumentId instrument, BookTrust trust) {
        events.add(new MarketEvent.BookDistrusted(at(millis), instrument, trust, "for a test"));
    }

    private void end(long millis) {
        events.add(new MarketEvent.MarketResolved(at(millis), Resolution.second(MARKET.id(), at(millis))));
    }

    private RecordedWorld world() throws IOException {
        format = new EventsFormat(events);
        return RecordedWorld.of(List.of(Files.writeString(folder.resolve("a.events"), "anything")), List.of(format));
    }

    private void start() throws IOException {
        venue = PolymarketSimulator.builder().world(world()).manualTime(NOW).start();
        venue.state().loop().ask(() -> {
            venue.state().exchange().openAccount(CLIENT, Cash.ofUsd(10_000));
            venue.state().exchange().observe(new ExchangeObserver() {
                @Override
                public void onTrade(ExchangeTrade trade) {
                    if (trade.updatedAt().equals(trade.matchedAt())) {
                        trades.add(trade);
                    }
                }
            });
            return true;
        });
    }

    @AfterEach
    void close() {
        if (venue != null) {
            venue.close();
        }
    }

    private void advanceTo(long millis) {
        venue.advance(Duration.between(venue.clock().instant(), NOW.plusMillis(millis)));
    }

    private ListedMarket listed() {
        return venue.state()
                .loop()
                .ask(() -> venue.state().catalogue().markets().get(0));
    }

    private String book() {
        return venue.state().loop().ask(() -> side(BookSide.BIDS) + " / " + side(BookSide.ASKS));
    }

    private String side(BookSide side) {
        InstrumentId first = listed().market().first().instrument();
        return venue.state().exchange().levels(first, side, 100).stream()
                .map(level -> level.price() + "x" + level.size())
                .collect(Collectors.joining(" "));
    }

    private void place(boolean first, String size, String price) {
        Market market = listed().market();
        InstrumentId instrument = (first ? market.first() : market.second()).instrument();
        venue.state()
                .loop()
                .ask(() -> venue.state()
                        .exchange()
                        .place(CLIENT, OrderRequest.buy(instrument, Quantity.parse(size), Price.parse(price))));
    }

    @Test
    void namesThatTheVenueDoesNotHaveAreMadeUpAlwaysTheSame() throws IOException {
        book(0, YES, "0.4x10", "0.5x10");
        end(1_000);
        start();
        ListedMarket one = listed();
        assertThat(one.conditionId()).matches("0x[0-9a-f]{64}");
        assertThat(one.tokenId(true)).matches("[0-9]+").isNotEqualTo(one.tokenId(false));
        assertThat(one.version()).isEqualTo(ProtocolVersion.V1);
        assertThat(one.groupItemTitle()).isEqualTo("Will it?");
        venue.close();
        start();
        assertThat(listed().conditionId()).isEqualTo(one.conditionId());
        assertThat(VenueNames.version(VenueNames.market(new MarketId("polymarket", "0x" + "01".repeat(31)))))
                .isEqualTo(ProtocolVersion.V2);
    }

    @Test
    void aTradeToldAfterItsBookServesThoseWhoWaitInTheirOrder() throws IOException {
        book(0, YES, "0.40x100", "0.50x100");
        change(2_000, BookSide.BIDS, "0.4", "70");
        trade(2_030, YES, Side.SELL, "0.4", "30");
        change(3_000, BookSide.BIDS, "0.4", "0");
        trade(3_030, NO, Side.BUY, "0.6", "70");
        end(60_000);
        start();
        advanceTo(1_000);
        place(true, "10", "0.40");
        assertThat(book()).isEqualTo("0.4x110 / 0.5x100");

        advanceTo(2_000);
        assertThat(trades).hasSize(1);
        assertThat(trades.get(0).taker().quantity()).isEqualTo(Quantity.ofShares(30));
        assertThat(book()).isEqualTo("0.4x80 / 0.5x100");
        advanceTo(2_999);
        assertThat(trades).as("once").hasSize(1);
        assertThat(book()).isEqualTo("0.4x80 / 0.5x100");

        advanceTo(3_000);
        assertThat(trades).hasSize(2);
        assertThat(trades.get(1).taker().price()).isEqualTo(Price.parse("0.6"));
        assertThat(book()).as("the client was behind all that was recorded").isEqualTo("0.4x10 / 0.5x100");
    }

    @Test
    void aTradeThatNoBookExplainsIsMadeAndTheLevelComesBack() throws IOException {
        book(0, YES, "0.40x100", "0.50x100");
        trade(2_000, YES, Side.BUY, "0.5", "30");
        trade(2_000, YES, Side.BUY, "0.505", "30");
        trade(2_000, YES, Side.BUY, "0.45", "30");
        end(60_000);
        start();

        advanceTo(2_000);
        assertThat(trades).hasSize(1);
        assertThat(book()).isEqualTo("0.4x100 / 0.5x70");
        advanceTo(3_000);
        assertThat(book()).isEqualTo("0.4x100 / 0.5x100");
    }

    @Test
    void whatClientsTookIsForgottenWithTheLevel() throws IOException {
        book(0, YES, "0.40x100", "0.50x100 0.51x5");
        change(2_000, BookSide.ASKS, "0.5", "120");
        change(3_000, BookSide.ASKS, "0.5", "0");
        change(4_000, BookSide.ASKS, "0.5", "40");
        end(60_000);
        start();
        advanceTo(1_000);
        place(true, "60", "0.5");
        assertThat(book()).isEqualTo("0.4x100 / 0.5x40 0.51x5");
        advanceTo(2_000);
        assertThat(book()).as("20 more").isEqualTo("0.4x100 / 0.5x60 0.51x5");
        advanceTo(3_000);
        assertThat(book()).isEqualTo("0.4x100 / 0.51x5");
        advanceTo(4_000);
        assertThat(book()).isEqualTo("0.4x100 / 0.5x40 0.51x5");
    }

    @Test
    void aBookInDoubtStaysAndOneThatIsNotKnownGoes() throws IOException {
        book(0, YES, "0.40x100", "0.50x100");
        distrust(1_000, YES, BookTrust.SUSPECT);
        change(1_500, BookSide.BIDS, "0.4", "1");
        distrust(2_000, YES, BookTrust.STALE);
        book(3_000, NO, "0.45x7", "0.55x8");
        book(4_000, YES, "0.46x9", "0.54x9");
        distrust(5_000, NO, BookTrust.STALE);
        end(60_000);
        start();
        advanceTo(1_500);
        assertThat(book()).isEqualTo("0.4x100 / 0.5x100");
        advanceTo(2_000);
        assertThat(book()).isEqualTo(" / ");
        advanceTo(3_000);
        assertThat(book()).isEqualTo("0.45x8 / 0.55x7");
        advanceTo(4_000);
        assertThat(book()).isEqualTo("0.46x9 / 0.54x9");
        advanceTo(5_000);
        assertThat(book()).as("the other outcome's").isEqualTo("0.46x9 / 0.54x9");
    }

    @Test
    void aCrossedBookIsShownWithoutItsCrossing() throws IOException {
        book(0, YES, "0.40x100", "0.50x100");
        change(1_000, BookSide.BIDS, "0.5", "20");
        change(2_000, BookSide.ASKS, "0.5", "0");
        end(60_000);
        start();
        advanceTo(1_000);
        assertThat(book()).isEqualTo("0.4x100 / 0.5x100");
        advanceTo(2_000);
        assertThat(book()).isEqualTo("0.5x20 0.4x100 / ");
        assertThat(trades).isEmpty();
    }

    @Test
    void stepsAndStatusFollow() throws IOException {
        book(0, YES, "0.40x100", "0.50x100");
        events.add(new MarketEvent.TickSizeChanged(at(1_000), YES, TickSize.TENTH_CENT));
        change(1_000, BookSide.BIDS, "0.401", "5");
        events.add(new MarketEvent.MarketChanged(
                at(2_000),
                MARKET.toBuilder()
                        .rules(MARKET.rules().withTickSize(TickSize.TENTH_CENT))
                        .status(MarketStatus.CLOSED)
                        .build()));
        change(3_000, BookSide.BIDS, "0.402", "5");
        events.add(new MarketEvent.MarketChanged(
                at(4_000), MARKET.toBuilder().status(MarketStatus.RESOLVED).build()));
        end(60_000);
        start();
        advanceTo(1_000);
        assertThat(listed().market().rules().tickSize()).isEqualTo(TickSize.TENTH_CENT);
        assertThat(book()).isEqualTo("0.401x5 0.4x100 / 0.5x100");
        advanceTo(2_000);
        assertThat(listed().market().status()).isEqualTo(MarketStatus.CLOSED);
        assertThat(book()).isEqualTo(" / ");
        advanceTo(4_000);
        assertThat(listed().market().status()).as("not paid out yet").isEqualTo(MarketStatus.CLOSED);
        advanceTo(60_000);
        assertThat(listed().market().status()).isEqualTo(MarketStatus.RESOLVED);
    }

    @Test
    void whenThereIsNoMoreTheHouseLeavesAndTheRecordingIsClosed() throws IOException {
        book(0, YES, "0.40x100", "0.50x100");
        book(5_000, YES, "0.40x100", "0.51x100");
        start();
        assertThat(format.open).hasValue(1);
        place(true, "10", "0.45");
        advanceTo(5_000);
        assertThat(book()).as("the client's").isEqualTo("0.45x10 / ");
        assertThat(format.open).hasValue(0);
        venue.close();
        assertThat(format.open).hasValue(0);
    }

    @Test
    void aVenueThatClosesClosesTheRecording() throws IOException {
        book(5_000, YES, "0.40x100", "0.50x100");
        start();
        venue.close();
        venue.close();
        assertThat(format.open).hasValue(0);
    }

    @Test
    void aRecordingThatBreaksOffIsRefusedBeforeItIsServed() throws IOException {
        book(5_000, YES, "0.40x100", "0.50x100");
        RecordedWorld whole = world();
        format.cutAfter = 1;
        assertThatThrownBy(() -> RecordedWorld.of(List.of(folder.resolve("a.events")), List.of(format)))
                .hasMessageContaining("a.events is cut off");
        assertThat(format.open).hasValue(0);
        assertThatThrownBy(() -> PolymarketSimulator.builder()
                        .world(whole)
                        .manualTime(NOW)
                        .start())
                .hasMessageContaining("a.events is cut off");
        assertThat(format.open).hasValue(0);
    }

    @Test
    void equalRunsAreEqual() throws IOException {
        for (int i = 0; i < 300; i++) {
            book(i * 100L, YES, "0.4x" + (100 + i % 7) + " 0.39x" + (i % 5 + 1), "0.5x" + (100 + i % 11));
            trade(i * 100L + 30, YES, i % 2 == 0 ? Side.BUY : Side.SELL, i % 2 == 0 ? "0.5" : "0.4", "3");
        }
        end(60_000);
        List<String> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            StringBuilder log = new StringBuilder();
            start();
            venue.state().loop().ask(() -> {
                venue.state().exchange().observe(new ExchangeObserver() {
                    @Override
                    public void onOrder(ExchangeOrder order) {
                        log.append(order).append('\n');
                    }
                });
                return true;
            });
            place(true, "5", "0.41");
            advanceTo(60_000);
            venue.close();
            runs.add(log.toString());
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).contains("recorded-1000");
    }
}
