package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.ALICE;
import static io.ploy.core.sim.SimTesting.BOB;
import static io.ploy.core.sim.SimTesting.MARKET;
import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.START;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.buy;
import static io.ploy.core.sim.SimTesting.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedFeedTest {
    private static final Instant HEARD = START.plusMillis(60);

    private final Timeline timeline = new Timeline(START);
    private final SimulatedExchange exchange = new SimulatedExchange(timeline, ExchangeSettings.usual());
    private final List<MarketEvent> events = new ArrayList<>();
    private final MarketDataFeed feed = exchange.feed();

    @BeforeEach
    void list() {
        exchange.list(market());
        exchange.openAccount(ALICE, Cash.ofUsd(1_000));
        exchange.openAccount(BOB, Cash.ofUsd(1_000));
        feed.start(events::add);
        run();
        events.clear();
    }

    private void run() {
        timeline.runUntil(timeline.now().plus(Duration.ofMillis(30)));
    }

    private static BookLevel level(String size, String price) {
        return new BookLevel(Price.parse(price), Quantity.parse(size));
    }

    private static LevelChange change(BookSide side, String size, String price) {
        return new LevelChange(side, Price.parse(price), Quantity.parse(size));
    }

    @Test
    void aStartIsFollowedByTheOpenMarketsAndLaterByReferencePrices() {
        List<MarketEvent> heard = new ArrayList<>();
        ReferencePrice price = new ReferencePrice("BTC/USD", "chainlink", new BigDecimal("68000.5"), START, START);

        exchange.feed().start(heard::add);
        exchange.publish(price);
        run();

        assertThat(heard)
                .containsExactly(
                        new MarketEvent.MarketChanged(HEARD, market()),
                        new MarketEvent.ReferencePriced(
                                new ReferencePrice("BTC/USD", "chainlink", new BigDecimal("68000.5"), START, HEARD)));
    }

    @Test
    void aSubscriptionStartsWithTheMarketAndASnapshotAndArrivesLate() {
        exchange.place(ALICE, buy(YES, "10", "0.40"));

        feed.subscribe(List.of(NO));
        assertThat(events).isEmpty();
        run();

        assertThat(events)
                .containsExactly(
                        new MarketEvent.MarketChanged(HEARD, market()),
                        new MarketEvent.BookSnapshot(
                                HEARD, NO, TickSize.CENT, List.of(), List.of(level("10", "0.60"))));
    }

    @Test
    void anExecutionChangesBothBooksAtOnceAndIsThenPrintedFromTheTakersView() {
        exchange.place(ALICE, buy(YES, "10", "0.40"));
        feed.subscribe(List.of(YES, NO));
        run();
        events.clear();

        exchange.place(BOB, buy(NO, "15", "0.61"));
        run();

        Instant at = HEARD.plusMillis(30);
        assertThat(events)
                .containsExactly(
                        new MarketEvent.BookChanged(
                                at,
                                YES,
                                List.of(change(BookSide.BIDS, "0", "0.40"), change(BookSide.ASKS, "5", "0.39"))),
                        new MarketEvent.BookChanged(
                                at,
                                NO,
                                List.of(change(BookSide.ASKS, "0", "0.60"), change(BookSide.BIDS, "5", "0.61"))),
                        new MarketEvent.Traded(
                                new MarketTrade(NO, Side.BUY, Price.parse("0.60"), Quantity.ofShares(10), at)));
    }

    @Test
    void anAskAndABidThatTakeTurnsAtOnePriceAreTwoChanges() {
        exchange.place(ALICE, buy(YES, "10", "0.40"));
        feed.subscribe(List.of(YES));
        run();
        events.clear();

        exchange.place(BOB, buy(NO, "15", "0.60"));
        run();

        assertThat(((MarketEvent.BookChanged) events.get(0)).changes())
                .containsExactly(change(BookSide.BIDS, "0", "0.40"), change(BookSide.ASKS, "5", "0.40"));
    }

    @Test
    void aTickChangeIsAnnouncedForBothOutcomesAfterTheLevelsItRemoves() {
        exchange.changeTick(MARKET, TickSize.TENTH_CENT);
        exchange.place(ALICE, buy(YES, "10", "0.405"));
        feed.subscribe(List.of(YES, NO));
        run();
        events.clear();

        exchange.changeTick(MARKET, TickSize.CENT);
        run();

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("BookChanged", "BookChanged", "TickSizeChanged", "TickSizeChanged", "MarketChanged");
        assertThat(((MarketEvent.BookChanged) events.get(0)).changes())
                .containsExactly(change(BookSide.BIDS, "0", "0.405"));
    }

    @Test
    void everyFeedHearsOfMarketsAndTheirEnd() {
        exchange.place(ALICE, buy(YES, "10", "0.40"));

        exchange.resolve(Resolution.second(MARKET, START));
        run();

        assertThat(events).hasSize(2);
        assertThat(((MarketEvent.MarketChanged) events.get(0)).market().status())
                .isEqualTo(MarketStatus.RESOLVED);
        assertThat(events.get(1)).isInstanceOf(MarketEvent.MarketResolved.class);
    }

    @Test
    void nothingIsHeardOfWhatIsNotFollowedAnyMore() {
        feed.subscribe(List.of(YES, NO));
        feed.unsubscribe(List.of(YES));
        run();
        events.clear();

        exchange.place(ALICE, buy(YES, "10", "0.40"));
        run();
        int followed = events.size();
        feed.close();
        exchange.place(ALICE, buy(YES, "10", "0.41"));
        run();

        assertThat(followed).isEqualTo(1);
        assertThat(events).hasSize(1);
        assertThatThrownBy(() -> feed.start(events::add)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsNotListedCannotBeFollowed() {
        assertThatThrownBy(() -> feed.subscribe(List.of(new InstrumentId("sim", "stranger"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
