package io.ploy.connectors.polymarket.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final InstrumentId UP = TestMarkets.outcome("11");
    private static final InstrumentId DOWN = TestMarkets.outcome("12");

    private final Outbox outbox = new Outbox(2, 6);
    private long clock;

    @Test
    void whileFewWaitEachEventIsKept() {
        outbox.put(change(UP, "0.48", 1));
        outbox.put(change(UP, "0.48", 2));

        assertThat(drain()).hasSize(2);
        assertThat(outbox.conflated()).isZero();
    }

    @Test
    void changesOfOneBookBecomeOneWithTheLastSizeOfEachLevel() {
        fill();

        outbox.put(change(UP, "0.48", 1));
        outbox.put(change(UP, "0.47", 5));
        outbox.put(change(UP, "0.48", 0));

        assertThat(drainTail())
                .containsExactly(new MarketEvent.BookChanged(
                        at(3),
                        UP,
                        List.of(
                                new LevelChange(BookSide.BIDS, Price.parse("0.48"), Quantity.ZERO),
                                new LevelChange(BookSide.BIDS, Price.parse("0.47"), Quantity.ofShares(5)))));
    }

    @Test
    void changesAfterAWholeBookAreTakenIntoIt() {
        fill();

        outbox.put(book(UP, 10));
        outbox.put(change(UP, "0.48", 7));
        outbox.put(change(UP, "0.49", 0));

        assertThat(drainTail())
                .containsExactly(new MarketEvent.BookSnapshot(
                        at(3),
                        UP,
                        TickSize.CENT,
                        List.of(new BookLevel(Price.parse("0.48"), Quantity.ofShares(7))),
                        List.of()));
    }

    @Test
    void aWholeBookReplacesWhatWaitsAndBooksDoNotMix() {
        fill();

        outbox.put(change(UP, "0.48", 1));
        outbox.put(change(DOWN, "0.30", 2));
        outbox.put(book(UP, 10));

        assertThat(drainTail())
                .containsExactly(
                        withTime(book(UP, 10), 3),
                        new MarketEvent.BookChanged(
                                at(4),
                                DOWN,
                                List.of(new LevelChange(BookSide.BIDS, Price.parse("0.30"), Quantity.ofShares(2)))));
    }

    @Test
    void doubtIsNeverSwallowedByTheBookThatHealsIt() {
        fill();

        outbox.put(change(UP, "0.48", 1));
        outbox.put(new MarketEvent.BookDistrusted(next(), UP, BookTrust.STALE, "gone"));
        outbox.put(book(UP, 10));
        outbox.put(new MarketEvent.BookDistrusted(next(), UP, BookTrust.SYNCING, "gone again"));
        outbox.put(book(UP, 20));

        assertThat(drainTail())
                .containsExactly(
                        new MarketEvent.BookDistrusted(at(3), UP, BookTrust.SYNCING, "gone again"),
                        withTime(book(UP, 20), 3));
        assertThat(outbox.conflated()).isEqualTo(4);
    }

    @Test
    void aChangeOfTheStepAmongWaitingChangesAsksForTheWholeBook() {
        fill();
        outbox.put(book(UP, 10));

        boolean mustComeWhole = outbox.put(new MarketEvent.TickSizeChanged(next(), UP, TickSize.parse("0.001")));

        assertThat(mustComeWhole).isTrue();
        List<MarketEvent> said = drainTail();
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).isInstanceOf(MarketEvent.BookDistrusted.class);
        assertThat(said.get(1)).isEqualTo(new MarketEvent.TickSizeChanged(at(3), UP, TickSize.parse("0.001")));
    }

    @Test
    void aChangeOfTheStepAloneIsKept() {
        assertThat(outbox.put(new MarketEvent.TickSizeChanged(next(), UP, TickSize.parse("0.001"))))
                .isFalse();

        assertThat(drain()).hasSize(1);
    }

    @Test
    void ofAPriceTheLastCountsAndOfAMarketTheLast() {
        fill();

        outbox.put(price("BTC/USD", "1"));
        outbox.put(price("ETH/USD", "2"));
        outbox.put(price("BTC/USD", "3"));
        outbox.put(new MarketEvent.MarketChanged(next(), TestMarkets.market(1).market()));
        outbox.put(new MarketEvent.MarketChanged(next(), TestMarkets.market(1).market()));

        List<MarketEvent> said = drainTail();
        assertThat(said).hasSize(3);
        assertThat(((MarketEvent.ReferencePriced) said.get(0)).price())
                .isEqualTo(new ReferencePrice("BTC/USD", "pyth", new BigDecimal("3"), Instant.EPOCH, at(3)));
    }

    @Test
    void tradesAreLeftOutWhenFarTooManyWaitButResolutionsNever() {
        for (int i = 0; i < 10; i++) {
            outbox.put(trade());
        }
        Resolution resolution = Resolution.first(TestMarkets.market(1).market().id(), Instant.EPOCH);
        outbox.put(new MarketEvent.MarketResolved(next(), resolution));

        assertThat(outbox.size()).isEqualTo(7);
        assertThat(outbox.dropped()).isEqualTo(4);
    }

    @Test
    void manyEventsOfFewBooksTakeNoMoreRoomThanTheBooksAndTheTimesStayInOrder() {
        for (int i = 0; i < 10_000; i++) {
            InstrumentId id = TestMarkets.outcome(Integer.toString(i % 5));
            if (i % 97 == 0) {
                outbox.put(new MarketEvent.TickSizeChanged(next(), id, TickSize.CENT));
            } else if (i % 89 == 0) {
                outbox.put(new MarketEvent.BookDistrusted(next(), id, BookTrust.SYNCING, "lost"));
            } else {
                outbox.put(i % 7 == 0 ? book(id, i) : change(id, "0.48", i));
            }
        }

        assertThat(outbox.size()).isLessThanOrEqualTo(2 + 5);
        assertThat(drain()).extracting(MarketEvent::at).isSorted();
    }

    @Test
    void onceClosedItTakesNothingAndGivesNothing() throws InterruptedException {
        outbox.put(trade());

        outbox.close();

        assertThat(outbox.put(trade())).isFalse();
        assertThat(outbox.take()).isNull();
    }

    /** Two events, so that the next ones may be made one. */
    private void fill() {
        outbox.put(trade());
        outbox.put(trade());
    }

    private List<MarketEvent> drainTail() {
        List<MarketEvent> all = drain();
        return all.subList(2, all.size());
    }

    private List<MarketEvent> drain() {
        List<MarketEvent> said = new ArrayList<>();
        try {
            while (outbox.size() > 0) {
                outbox.take().sayTo(said::add);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return said;
    }

    private Instant next() {
        return at(++clock);
    }

    private static Instant at(long seconds) {
        return StreamLab.START.plusSeconds(seconds);
    }

    private MarketEvent trade() {
        return new MarketEvent.Traded(new MarketTrade(UP, Side.BUY, Price.parse("0.5"), Quantity.ofShares(1), next()));
    }

    private MarketEvent price(String symbol, String value) {
        return new MarketEvent.ReferencePriced(
                new ReferencePrice(symbol, "pyth", new BigDecimal(value), Instant.EPOCH, next()));
    }

    private MarketEvent change(InstrumentId id, String price, long shares) {
        return new MarketEvent.BookChanged(
                next(), id, List.of(new LevelChange(BookSide.BIDS, Price.parse(price), Quantity.ofShares(shares))));
    }

    private MarketEvent.BookSnapshot book(InstrumentId id, long shares) {
        return new MarketEvent.BookSnapshot(
                next(),
                id,
                TickSize.CENT,
                List.of(new BookLevel(Price.parse("0.49"), Quantity.ofShares(shares))),
                List.of());
    }

    private static MarketEvent withTime(MarketEvent.BookSnapshot book, long seconds) {
        return new MarketEvent.BookSnapshot(at(seconds), book.instrument(), book.tickSize(), book.bids(), book.asks());
    }
}
