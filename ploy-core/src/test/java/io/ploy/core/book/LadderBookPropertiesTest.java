package io.ploy.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Sweep;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ladder against two sorted maps, through every kind of change. */
class LadderBookPropertiesTest {
    private static final InstrumentId YES = new InstrumentId("test", "yes");
    private static final FeeSchedule FEES = FeeSchedule.takerRate("0.07");
    private static final TickSize[] TICKS = {
        TickSize.TENTH,
        TickSize.CENT,
        TickSize.HALF_CENT,
        TickSize.QUARTER_CENT,
        TickSize.TENTH_CENT,
        TickSize.HUNDREDTH_CENT,
        new TickSize(62_500),
        new TickSize(64)
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theLadderShowsWhatASortedMapShows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TickSize tick = TICKS[random.nextInt(TICKS.length)];
        LadderBook book = new LadderBook(YES, tick);
        TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        TreeMap<Long, Long> asks = new TreeMap<>();

        for (int step = 0; step < 4_000; step++) {
            int kind = random.nextInt(400);
            if (kind == 0) {
                book.clear();
                bids.clear();
                asks.clear();
            } else if (kind <= 3) {
                tick = TICKS[random.nextInt(TICKS.length)];
                int before = bids.size() + asks.size();
                int dropped = book.changeTick(tick);
                dropOffTick(bids, tick);
                dropOffTick(asks, tick);
                assertThat(dropped).isEqualTo(before - bids.size() - asks.size());
            } else {
                BookSide side = random.nextBoolean() ? BookSide.BIDS : BookSide.ASKS;
                long price = tick.micros() * random.nextLong(1, tick.count());
                long size = random.nextInt(3) == 0 ? 0 : random.nextLong(1, 5_000_000_000L);
                TreeMap<Long, Long> model = side == BookSide.BIDS ? bids : asks;
                assertThat(book.set(side, price, size, step)).isTrue();
                if (size == 0) {
                    model.remove(price);
                } else {
                    model.put(price, size);
                }
            }
            assertThat(book.bestBidMicros()).isEqualTo(bids.isEmpty() ? OrderBook.NONE : bids.firstKey());
            assertThat(book.bestAskMicros()).isEqualTo(asks.isEmpty() ? OrderBook.NONE : asks.firstKey());
            if (step % 40 == 0) {
                assertThat(book.levels(BookSide.BIDS, Integer.MAX_VALUE)).isEqualTo(levels(bids));
                assertThat(book.levels(BookSide.ASKS, Integer.MAX_VALUE)).isEqualTo(levels(asks));
                checkSweep(book, random, bids, asks);
            }
        }
    }

    private static void checkSweep(
            LadderBook book, SplittableRandom random, Map<Long, Long> bids, Map<Long, Long> asks) {
        BookSide side = random.nextBoolean() ? BookSide.BIDS : BookSide.ASKS;
        long limit = random.nextLong(0, FixedPoint.ONE + 1);
        long missing = random.nextLong(0, 20_000_000_000L);
        BigDecimal notional = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        long taken = 0;
        long worst = limit;
        for (Map.Entry<Long, Long> level : (side == BookSide.BIDS ? bids : asks).entrySet()) {
            long price = level.getKey();
            if (missing == taken || (side == BookSide.BIDS ? price < limit : price > limit)) {
                break;
            }
            long here = Math.min(missing - taken, level.getValue());
            taken += here;
            worst = price;
            BigDecimal shares = BigDecimal.valueOf(here, 6);
            BigDecimal p = BigDecimal.valueOf(price, 6);
            notional = notional.add(
                    shares.multiply(p).setScale(6, side == BookSide.ASKS ? RoundingMode.CEILING : RoundingMode.FLOOR));
            BigDecimal fee = shares.multiply(new BigDecimal("0.07")).multiply(p).multiply(BigDecimal.ONE.subtract(p));
            if (fee.compareTo(new BigDecimal("0.00001")) >= 0) {
                fees = fees.add(fee.setScale(5, RoundingMode.CEILING));
            }
        }

        Sweep sweep = book.sweep(side, Quantity.ofMicros(missing), Price.ofMicros(limit), FEES);

        assertThat(sweep)
                .isEqualTo(new Sweep(
                        Quantity.ofMicros(taken),
                        Cash.parse(notional.toPlainString()),
                        Cash.parse(fees.toPlainString()),
                        Price.ofMicros(worst)));
    }

    private static void dropOffTick(Map<Long, Long> side, TickSize tick) {
        side.keySet().removeIf(price -> !tick.admits(Price.ofMicros(price)));
    }

    private static List<BookLevel> levels(Map<Long, Long> side) {
        List<BookLevel> levels = new ArrayList<>();
        side.forEach((price, size) -> levels.add(new BookLevel(Price.ofMicros(price), Quantity.ofMicros(size))));
        return levels;
    }
}
