package io.ploy.core.book;

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
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A book as a ladder: sizes in an array indexed by tick, a bitmap of the occupied ticks and a cursor on the best one.
 * Changing a level and reading the best price cost a few nanoseconds whatever the tick size, and allocate nothing.
 *
 * <p>Crossed and locked books are shown as they are: whether to trust them is for the caller to say.
 *
 * <p><b>Threading.</b> One thread. <b>Units.</b> Prices in micros of a USD, sizes in micro-shares, times in nanoseconds
 * since the epoch.
 */
public final class LadderBook implements OrderBook {
    private static final int RECIPROCAL_BITS = 40;

    private final InstrumentId instrument;
    private TickSize tickSize;
    private int tickMicros;
    private long tickReciprocal;
    private int ticksInOne;
    private LadderSide bids;
    private LadderSide asks;
    private BookTrust trust = BookTrust.SYNCING;
    private long generation;
    private long bidsUpdatedNanos;
    private long asksUpdatedNanos;
    private long heardNanos;
    private long refusedLevels;
    private long refusedBeforeSnapshot;
    private boolean continuous;

    /**
     * An empty book that waits for its first snapshot.
     *
     * @param instrument whose book
     * @param tickSize the price step, until a snapshot or {@link #changeTick} says otherwise
     */
    public LadderBook(InstrumentId instrument, TickSize tickSize) {
        this.instrument = instrument;
        this.tickSize = tickSize;
        adopt(tickSize);
        bids = new LadderSide(ticksInOne);
        asks = new LadderSide(ticksInOne);
    }

    /** Removes every level. Trust, generation and times stay. */
    public void clear() {
        bids.clear();
        asks.clear();
    }

    /**
     * Sets what rests at one price.
     *
     * @param side which side
     * @param priceMicros the level's price
     * @param sizeMicros the new total, 0 if the level is gone
     * @param epochNanos when it was received
     * @return false, changing nothing but {@link #refusedLevels()}, if the price is no legal price on this tick
     * @throws IllegalArgumentException if the size is negative
     */
    public boolean set(BookSide side, long priceMicros, long sizeMicros, long epochNanos) {
        if (sizeMicros < 0) {
            throw new IllegalArgumentException(
                    "negative size at " + FixedPoint.format(priceMicros) + " of " + instrument);
        }
        int tick = tickOf(priceMicros);
        if (tick == LadderSide.NOTHING) {
            refusedLevels++;
            return false;
        }
        if (side == BookSide.BIDS) {
            bids.set(tick, sizeMicros);
            bidsUpdatedNanos = epochNanos;
        } else {
            asks.set(ticksInOne - tick, sizeMicros);
            asksUpdatedNanos = epochNanos;
        }
        heardNanos = epochNanos;
        return true;
    }

    /**
     * Begins a snapshot: the book is empty and not trusted until {@link #snapshotEnd}. Levels come through {@link #set}.
     *
     * @param tick the price step of the snapshot
     */
    public void snapshotBegin(TickSize tick) {
        continuous = trust == BookTrust.LIVE;
        trust = BookTrust.SYNCING;
        if (tick.equals(tickSize)) {
            clear();
        } else {
            adopt(tick);
            bids = new LadderSide(ticksInOne);
            asks = new LadderSide(ticksInOne);
        }
        refusedBeforeSnapshot = refusedLevels;
    }

    /**
     * Ends a snapshot. The book is {@link BookTrust#LIVE}, in a new generation unless it was before; or
     * {@link BookTrust#SUSPECT} if a level was off the tick, since a book with holes must not be traded on.
     *
     * @param epochNanos when the snapshot was received
     * @return true if every level was accepted
     */
    public boolean snapshotEnd(long epochNanos) {
        boolean complete = refusedLevels == refusedBeforeSnapshot;
        bidsUpdatedNanos = epochNanos;
        asksUpdatedNanos = epochNanos;
        heardNanos = epochNanos;
        if (!complete) {
            trust = BookTrust.SUSPECT;
            return false;
        }
        trust = BookTrust.LIVE;
        if (!continuous) {
            generation++;
        }
        return true;
    }

    /**
     * Takes a whole snapshot, as {@link #snapshotBegin}, {@link #set} for each level and {@link #snapshotEnd} do.
     *
     * @param snapshot of this book's instrument
     * @param epochNanos when it was received
     * @return true if every level was accepted
     */
    public boolean snapshot(BookSnapshot snapshot, long epochNanos) {
        snapshotBegin(snapshot.tickSize());
        for (BookLevel level : snapshot.bids()) {
            set(BookSide.BIDS, level.price().micros(), level.size().micros(), epochNanos);
        }
        for (BookLevel level : snapshot.asks()) {
            set(BookSide.ASKS, level.price().micros(), level.size().micros(), epochNanos);
        }
        return snapshotEnd(epochNanos);
    }

    /**
     * Continuity was lost. Levels stay visible; the next snapshot begins a new generation.
     *
     * @param state why it is not trusted
     * @throws IllegalArgumentException for {@link BookTrust#LIVE}, which only a snapshot gives
     */
    public void distrust(BookTrust state) {
        if (state == BookTrust.LIVE) {
            throw new IllegalArgumentException("only a snapshot makes a book LIVE: " + instrument);
        }
        trust = state;
    }

    /**
     * The source confirmed that the book is still as it is here, without a change. Does not end distrust.
     *
     * @param epochNanos when
     */
    public void heard(long epochNanos) {
        heardNanos = epochNanos;
    }

    /**
     * Moves the book to another price step. Levels that are no legal prices on it are dropped.
     *
     * @param changed the new step
     * @return how many levels were dropped
     */
    public int changeTick(TickSize changed) {
        if (changed.equals(tickSize)) {
            return 0;
        }
        LadderSide oldBids = bids;
        LadderSide oldAsks = asks;
        int oldTick = tickMicros;
        int oldCount = ticksInOne;
        adopt(changed);
        bids = new LadderSide(ticksInOne);
        asks = new LadderSide(ticksInOne);
        return carryOver(BookSide.BIDS, oldBids, oldTick, oldCount)
                + carryOver(BookSide.ASKS, oldAsks, oldTick, oldCount);
    }

    private int carryOver(BookSide side, LadderSide from, int fromTickMicros, int fromTicksInOne) {
        LadderSide to = ladder(side);
        int dropped = 0;
        for (int step = from.best(); step != LadderSide.NOTHING; step = from.next(step)) {
            int fromTick = side == BookSide.BIDS ? step : fromTicksInOne - step;
            int tick = tickOf((long) fromTick * fromTickMicros);
            if (tick == LadderSide.NOTHING) {
                dropped++;
            } else {
                to.set(side == BookSide.BIDS ? tick : ticksInOne - tick, from.size(step));
            }
        }
        return dropped;
    }

    private LadderSide ladder(BookSide side) {
        return side == BookSide.BIDS ? bids : asks;
    }

    /**
     * How many levels were refused because their price was off the tick. Anything but zero means the tick size here is
     * not the venue's.
     *
     * @return since the book was made
     */
    public long refusedLevels() {
        return refusedLevels;
    }

    @Override
    public InstrumentId instrument() {
        return instrument;
    }

    @Override
    public TickSize tickSize() {
        return tickSize;
    }

    @Override
    public BookTrust trust() {
        return trust;
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public Instant updatedAt(BookSide side) {
        return instant(side == BookSide.BIDS ? bidsUpdatedNanos : asksUpdatedNanos);
    }

    @Override
    public Instant heardAt() {
        return instant(heardNanos);
    }

    private static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(0, epochNanos);
    }

    @Override
    public long bestBidMicros() {
        int best = bids.best();
        return best == LadderSide.NOTHING ? NONE : (long) best * tickMicros;
    }

    @Override
    public long bestAskMicros() {
        int best = asks.best();
        return best == LadderSide.NOTHING ? NONE : (long) (ticksInOne - best) * tickMicros;
    }

    @Override
    public long sizeMicros(BookSide side, long priceMicros) {
        int tick = tickOf(priceMicros);
        if (tick == LadderSide.NOTHING) {
            return 0;
        }
        return side == BookSide.BIDS ? bids.size(tick) : asks.size(ticksInOne - tick);
    }

    @Override
    public List<BookLevel> levels(BookSide side, int limit) {
        LadderSide ladder = ladder(side);
        List<BookLevel> levels = new ArrayList<>();
        for (int step = ladder.best(); step != LadderSide.NOTHING && levels.size() < limit; step = ladder.next(step)) {
            levels.add(new BookLevel(priceAt(side, step), Quantity.ofMicros(ladder.size(step))));
        }
        return levels;
    }

    @Override
    public Sweep sweep(BookSide side, Quantity wanted, Price limit, FeeSchedule fees) {
        LadderSide ladder = ladder(side);
        RoundingMode againstUs = side == BookSide.ASKS ? RoundingMode.CEILING : RoundingMode.FLOOR;
        long missing = wanted.micros();
        long notional = 0;
        long fee = 0;
        Price worst = limit;
        for (int step = ladder.best(); step != LadderSide.NOTHING && missing > 0; step = ladder.next(step)) {
            Price price = priceAt(side, step);
            if (side == BookSide.ASKS ? price.isAbove(limit) : price.isBelow(limit)) {
                break;
            }
            Quantity taken = Quantity.ofMicros(Math.min(missing, ladder.size(step)));
            missing -= taken.micros();
            notional = Math.addExact(
                    notional, Cash.notional(price, taken, againstUs).micros());
            fee = Math.addExact(
                    fee, fees.takerFee(price, taken, RoundingMode.CEILING).micros());
            worst = price;
        }
        return new Sweep(
                Quantity.ofMicros(wanted.micros() - missing), Cash.ofMicros(notional), Cash.ofMicros(fee), worst);
    }

    @Override
    public String toString() {
        return instrument + " " + trust + " bid " + text(bestBidMicros()) + " ask " + text(bestAskMicros());
    }

    private static String text(long micros) {
        return micros == NONE ? "none" : FixedPoint.format(micros);
    }

    private Price priceAt(BookSide side, int step) {
        return Price.ofMicros((long) (side == BookSide.BIDS ? step : ticksInOne - step) * tickMicros);
    }

    private void adopt(TickSize tick) {
        tickSize = tick;
        tickMicros = (int) tick.micros();
        tickReciprocal = ((1L << RECIPROCAL_BITS) + tickMicros - 1) / tickMicros;
        ticksInOne = tick.count();
    }

    /**
     * The tick of a legal price, else {@link LadderSide#NOTHING}. Multiplies by the reciprocal because a 64-bit division
     * would cost more than the rest of an update; exact because prices and ticks have at most 20 bits each.
     */
    private int tickOf(long priceMicros) {
        if (priceMicros <= 0 || priceMicros >= FixedPoint.ONE) {
            return LadderSide.NOTHING;
        }
        int tick = (int) ((priceMicros * tickReciprocal) >>> RECIPROCAL_BITS);
        return (long) tick * tickMicros == priceMicros ? tick : LadderSide.NOTHING;
    }
}
