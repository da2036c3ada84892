package io.ploy.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent.BookSnapshot;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Sweep;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderBookTest {
    private static final InstrumentId YES = new InstrumentId("test", "yes");
    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    private static final long T = NOON.getEpochSecond() * 1_000_000_000L;
    private static final FeeSchedule SEVEN = FeeSchedule.takerRate("0.07");

    private final LadderBook book = new LadderBook(YES, TickSize.CENT);

    @Test
    void aNewBookIsEmptyAndNotTrusted() {
        assertThat(book.trust()).isEqualTo(BookTrust.SYNCING);
        assertThat(book.generation()).isZero();
        assertThat(book.bestBidMicros()).isEqualTo(OrderBook.NONE);
        assertThat(book.bestAskMicros()).isEqualTo(OrderBook.NONE);
        assertThat(book.updatedAt(BookSide.BIDS)).isEqualTo(Instant.EPOCH);
        assertThat(book.levels(BookSide.ASKS, 5)).isEmpty();
        assertThat(book.sizeMicros(BookSide.BIDS, 500_000)).isZero();
    }

    @Test
    void bestBidFallsToTheNextLevelWhenTheTopIsCleared() {
        bid("0.52", 10);
        bid("0.03", 7);
        bid("0.53", 5);

        bid("0.53", 0);
        assertThat(book.bestBid()).contains(Price.parse("0.52"));
        bid("0.52", 0);
        assertThat(book.bestBid()).contains(Price.parse("0.03"));
        bid("0.03", 0);
        assertThat(book.bestBid()).isEmpty();
    }

    @Test
    void bestAskRisesToTheNextLevelWhenTheTopIsCleared() {
        ask("0.55", 10);
        ask("0.99", 7);

        ask("0.55", 0);

        assertThat(book.bestAsk()).contains(Price.parse("0.99"));
        assertThat(book.levels(BookSide.ASKS, 9)).containsExactly(level("0.99", 7));
    }

    @Test
    void levelsComeBestFirstAndNoMoreThanAsked() {
        bid("0.40", 1);
        bid("0.45", 2);
        bid("0.41", 3);
        ask("0.60", 4);
        ask("0.50", 5);

        assertThat(book.levels(BookSide.BIDS, 2)).containsExactly(level("0.45", 2), level("0.41", 3));
        assertThat(book.levels(BookSide.ASKS, 2)).containsExactly(level("0.50", 5), level("0.60", 4));
    }

    @Test
    void aPriceOffTheTickIsRefusedAndCounted() {
        bid("0.52", 10);

        assertThat(book.set(BookSide.BIDS, 525_000, 1_000_000, T)).isFalse();
        assertThat(book.set(BookSide.ASKS, 0, 1_000_000, T)).isFalse();
        assertThat(book.set(BookSide.ASKS, 1_000_000, 1_000_000, T)).isFalse();
        assertThat(book.set(BookSide.ASKS, -10_000, 1_000_000, T)).isFalse();

        assertThat(book.refusedLevels()).isEqualTo(4);
        assertThat(book.bestBid()).contains(Price.parse("0.52"));
        assertThat(book.bestAsk()).isEmpty();
        assertThat(book.sizeMicros(BookSide.BIDS, 525_000)).isZero();
    }

    @Test
    void aNegativeSizeIsABrokenPromise() {
        assertThatThrownBy(() -> book.set(BookSide.BIDS, 500_000, -1, T)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void crossedAndLockedBooksAreShownAsTheyAre() {
        bid("0.55", 1);
        ask("0.55", 1);
        assertThat(book.spreadMicros()).isZero();

        ask("0.53", 1);
        assertThat(book.spreadMicros()).isEqualTo(-20_000);
    }

    @Test
    void onlyASnapshotMakesTheBookLiveAndCountsTheContinuity() {
        book.snapshot(snapshot(), T);
        assertThat(book.trust()).isEqualTo(BookTrust.LIVE);
        assertThat(book.generation()).isEqualTo(1);

        book.snapshot(snapshot(), T);
        assertThat(book.generation()).as("nothing was lost in between").isEqualTo(1);

        book.distrust(BookTrust.STALE);
        book.heard(T);
        bid("0.20", 1);
        assertThat(book.trust()).isEqualTo(BookTrust.STALE);
        book.snapshot(snapshot(), T);
        assertThat(book.trust()).isEqualTo(BookTrust.LIVE);
        assertThat(book.generation()).isEqualTo(2);
        assertThat(book.levels(BookSide.BIDS, 9)).containsExactly(level("0.52", 10));
    }

    @Test
    void aSnapshotWithALevelOffTheTickIsSuspect() {
        BookSnapshot odd = new BookSnapshot(
                NOON, YES, TickSize.CENT, List.of(level("0.521", 1), level("0.5", 2)), List.of(level("0.6", 1)));

        assertThat(book.snapshot(odd, T)).isFalse();
        assertThat(book.trust()).isEqualTo(BookTrust.SUSPECT);
        assertThat(book.generation()).isZero();

        assertThat(book.snapshot(snapshot(), T)).isTrue();
        assertThat(book.trust()).isEqualTo(BookTrust.LIVE);
        assertThat(book.generation()).isEqualTo(1);
    }

    @Test
    void trustCannotBeDeclared() {
        assertThatThrownBy(() -> book.distrust(BookTrust.LIVE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSnapshotUnderWayIsNotTrusted() {
        book.snapshot(snapshot(), T);

        book.snapshotBegin(TickSize.CENT);

        assertThat(book.trust()).isEqualTo(BookTrust.SYNCING);
        assertThat(book.bestBid()).isEmpty();
    }

    @Test
    void eachSideKnowsWhenItChangedAndTheBookWhenItWasHeardOf() {
        book.snapshot(snapshot(), T);
        book.set(BookSide.ASKS, 600_000, 1, T + 5);
        book.heard(T + 9);

        assertThat(book.updatedAt(BookSide.BIDS)).isEqualTo(NOON);
        assertThat(book.updatedAt(BookSide.ASKS)).isEqualTo(NOON.plusNanos(5));
        assertThat(book.heardAt()).isEqualTo(NOON.plusNanos(9));
    }

    @Test
    void aFinerTickKeepsEveryLevel() {
        bid("0.52", 10);
        ask("0.55", 4);

        assertThat(book.changeTick(TickSize.HUNDREDTH_CENT)).isZero();
        ask("0.5401", 3);

        assertThat(book.tickSize()).isEqualTo(TickSize.HUNDREDTH_CENT);
        assertThat(book.levels(BookSide.BIDS, 9)).containsExactly(level("0.52", 10));
        assertThat(book.levels(BookSide.ASKS, 9)).containsExactly(level("0.5401", 3), level("0.55", 4));
    }

    @Test
    void aCoarserTickDropsTheLevelsThatAreNotOnIt() {
        LadderBook fine = new LadderBook(YES, TickSize.TENTH_CENT);
        fine.set(BookSide.BIDS, 521_000, 1, T);
        fine.set(BookSide.BIDS, 520_000, 2, T);
        fine.set(BookSide.ASKS, 999_000, 3, T);
        fine.set(BookSide.ASKS, 990_000, 4, T);

        assertThat(fine.changeTick(TickSize.CENT)).isEqualTo(2);

        assertThat(fine.bestBidMicros()).isEqualTo(520_000);
        assertThat(fine.bestAskMicros()).isEqualTo(990_000);
        assertThat(fine.refusedLevels()).isZero();
    }

    @Test
    void everyLegalPriceOfEveryPracticalTickFindsItsOwnLevel() {
        for (long micros : new long[] {100_000, 10_000, 5_000, 2_500, 1_000, 500, 100, 15_625, 64, 1}) {
            LadderBook ladder = new LadderBook(YES, new TickSize(micros));
            for (long price = micros; price < 1_000_000; price += micros) {
                assertThat(ladder.set(BookSide.BIDS, price, price, T)).isTrue();
            }
            for (long price = micros; price < 1_000_000; price += micros) {
                if (ladder.sizeMicros(BookSide.BIDS, price) != price) {
                    throw new AssertionError(price + " on tick " + micros);
                }
            }
            if (micros > 1) {
                for (long price = micros; price < 1_000_000; price += micros) {
                    if (ladder.set(BookSide.BIDS, price - 1, 1, T) || ladder.set(BookSide.BIDS, price + 1, 1, T)) {
                        throw new AssertionError("beside " + price + " on tick " + micros);
                    }
                }
            }
        }
    }

    @Test
    void aSweepTakesBestLevelsFirstWithTheFeeOfEachLevelRoundedUp() {
        ask("0.50", 10);
        ask("0.51", 20);
        ask("0.53", 99);

        Sweep sweep = book.sweep(BookSide.ASKS, Quantity.ofShares(25), Price.parse("0.52"), SEVEN);

        assertThat(sweep.quantity()).isEqualTo(Quantity.ofShares(25));
        assertThat(sweep.notional()).isEqualTo(Cash.parse("12.65"));
        // 10 × .07 × .25 and 15 × .07 × .2499
        assertThat(sweep.fees()).isEqualTo(Cash.parse("0.175").plus(Cash.parse("0.2624")));
        assertThat(sweep.worst()).isEqualTo(Price.parse("0.51"));
    }

    @Test
    void aSweepStopsAtTheLimitAndAtTheEndOfTheBook() {
        bid("0.50", 10);
        bid("0.48", 10);

        assertThat(book.sweep(BookSide.BIDS, Quantity.ofShares(15), Price.parse("0.49"), SEVEN))
                .isEqualTo(new Sweep(Quantity.ofShares(10), Cash.parse("5"), Cash.parse("0.175"), Price.parse("0.50")));
        assertThat(book.sweep(BookSide.BIDS, Quantity.ofShares(50), Price.parse("0.01"), FeeSchedule.FREE)
                        .quantity())
                .isEqualTo(Quantity.ofShares(20));
        assertThat(book.sweep(BookSide.BIDS, Quantity.ofShares(50), Price.parse("0.51"), SEVEN))
                .isEqualTo(new Sweep(Quantity.ZERO, Cash.ZERO, Cash.ZERO, Price.parse("0.51")));
    }

    private void bid(String price, long shares) {
        assertThat(book.set(BookSide.BIDS, Price.parse(price).micros(), shares * 1_000_000, T))
                .isTrue();
    }

    private void ask(String price, long shares) {
        assertThat(book.set(BookSide.ASKS, Price.parse(price).micros(), shares * 1_000_000, T))
                .isTrue();
    }

    private static BookLevel level(String price, long shares) {
        return new BookLevel(Price.parse(price), Quantity.ofShares(shares));
    }

    private static BookSnapshot snapshot() {
        return new BookSnapshot(NOON, YES, TickSize.CENT, List.of(level("0.52", 10)), List.of(level("0.54", 3)));
    }
}
