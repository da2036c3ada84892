package io.ploy.core.book.bench;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.TickSize;
import io.ploy.core.book.LadderBook;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One change near the middle of a book, then both best prices: the ladder against sorted maps of decimals, and the loop
 * without a book to see what of it is the harness. Goals: at least 8 times the maps, nothing allocated.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class BookBenchmark {
    private static final int UPDATES = 1 << 14;
    private static final int BOOKS = 256;

    @Param({"10000", "1000", "100"})
    private long tickMicros;

    private final long[] price = new long[UPDATES];
    private final long[] size = new long[UPDATES];
    private final boolean[] buy = new boolean[UPDATES];
    private final BigDecimal[] priceDecimal = new BigDecimal[UPDATES];
    private final BigDecimal[] sizeDecimal = new BigDecimal[UPDATES];
    private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private final LadderBook[] books = new LadderBook[BOOKS];
    private LadderBook book = ladder(TickSize.CENT);
    private int next;

    private static LadderBook ladder(TickSize tick) {
        return new LadderBook(new InstrumentId("bench", "yes"), tick);
    }

    /** Makes the updates and fills every book. */
    @Setup
    public void generate() {
        SplittableRandom random = new SplittableRandom(7);
        int ticks = (int) (1_000_000 / tickMicros);
        int mid = ticks * 46 / 100;
        int width = Math.max(8, Math.min(60, ticks / 4));
        book = ladder(new TickSize(tickMicros));
        for (int i = 0; i < BOOKS; i++) {
            books[i] = ladder(new TickSize(tickMicros));
        }
        for (int i = 0; i < UPDATES; i++) {
            buy[i] = random.nextBoolean();
            int distance = Math.min(random.nextInt(width), random.nextInt(width));
            price[i] = (buy[i] ? mid - 1 - distance : mid + 1 + distance) * tickMicros;
            size[i] = random.nextInt(4) == 0 ? 0 : (1 + random.nextInt(1_000_000)) * 1_000L;
            priceDecimal[i] = BigDecimal.valueOf(price[i], 6).stripTrailingZeros();
            sizeDecimal[i] = BigDecimal.valueOf(size[i], 6);
            books[i % BOOKS].set(buy[i] ? BookSide.BIDS : BookSide.ASKS, price[i], size[i], i);
        }
    }

    /** What Ploy uses. */
    @Benchmark
    public long ladderUpdateAndBest() {
        int i = next++ & (UPDATES - 1);
        book.set(buy[i] ? BookSide.BIDS : BookSide.ASKS, price[i], size[i], i);
        return book.bestBidMicros() + book.bestAskMicros();
    }

    /** The same over books picked at random, as in a live feed. */
    @Benchmark
    public long ladderUpdateAndBestOver256Books() {
        int i = next++;
        LadderBook picked = books[(int) ((i * 0x9E3779B97F4A7C15L) >>> 56)];
        i &= UPDATES - 1;
        picked.set(buy[i] ? BookSide.BIDS : BookSide.ASKS, price[i], size[i], i);
        return picked.bestBidMicros() + picked.bestAskMicros();
    }

    /** The usual way. */
    @Benchmark
    public int treeMapUpdateAndBest() {
        int i = next++ & (UPDATES - 1);
        TreeMap<BigDecimal, BigDecimal> side = buy[i] ? bids : asks;
        if (size[i] == 0) {
            side.remove(priceDecimal[i]);
        } else {
            side.put(priceDecimal[i], sizeDecimal[i]);
        }
        return (bids.isEmpty() ? 0 : bids.firstKey().hashCode())
                + (asks.isEmpty() ? 0 : asks.firstKey().hashCode());
    }

    /** Reading only. */
    @Benchmark
    public long ladderBest() {
        return book.bestBidMicros() + book.bestAskMicros();
    }

    /** The loop without a book: what cannot be saved. */
    @Benchmark
    public long floor() {
        int i = next++ & (UPDATES - 1);
        return (buy[i] ? price[i] : -price[i]) + size[i];
    }
}
