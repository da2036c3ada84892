package io.ploy.core.performance;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares fills with the market: at the decision, and a little later. It keeps the latest fills one by one, and sums over
 * all of them. A fill that leaves the list before its last mark-out is due goes without the rest.
 *
 * <p><b>Threading.</b> The engine thread only; what is returned is immutable. <b>Time.</b> Moments never run backwards.
 */
public final class ExecutionQuality {
    /** How long after a fill its mark-outs are taken. */
    public static final List<Duration> MARK_OUTS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final Function<InstrumentId, @Nullable OrderBook> books;
    private final int capacity;
    private final Map<FillId, MeasuredFill> fills = new LinkedHashMap<>();
    private final Map<InstrumentId, MarkOutWatch> watches = new HashMap<>();
    private final Map<String, QualityTotals> totals = new TreeMap<>();

    /**
     * No fills yet.
     *
     * @param capacity how many fills are kept one by one; above 0
     * @param books the book of an instrument, or null if there is none
     */
    public ExecutionQuality(int capacity, Function<InstrumentId, @Nullable OrderBook> books) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
        this.books = books;
    }

    /**
     * A fill was booked. Again, in whatever state, it changes nothing.
     *
     * @param strategy whose
     * @param fill the leg; its time is where mark-outs count from
     * @param decisionMid mid when the order was decided, micros, or {@link OrderBook#NONE}
     * @param decisionTouch best price of the side an aggressive order would have taken from then, micros, or
     *     {@link OrderBook#NONE}
     */
    public void filled(String strategy, Fill fill, long decisionMid, long decisionTouch) {
        if (fills.containsKey(fill.id())) {
            return;
        }
        MeasuredFill measured = new MeasuredFill(strategy, fill, decisionMid, decisionTouch);
        fills.put(fill.id(), measured);
        QualityTotals sums = totals.computeIfAbsent(strategy, name -> new QualityTotals());
        sums.add(measured, MeasuredFill.SLIPPAGE);
        sums.add(measured, MeasuredFill.SHORTFALL);
        MarkOutWatch watch = watches.get(fill.instrument());
        if (watch == null) {
            watch = new MarkOutWatch();
            watch.midIs(mid(fill.instrument()));
            watches.put(fill.instrument(), watch);
        }
        watch.add(measured);
        if (fills.size() > capacity) {
            MeasuredFill eldest = fills.values().iterator().next();
            fills.remove(eldest.fill().id());
            unwatch(eldest);
        }
    }

    /**
     * A fill was undone: it leaves the sums, if it is still in the list.
     *
     * @param fill which
     */
    public void reversed(FillId fill) {
        MeasuredFill measured = fills.remove(fill);
        if (measured != null) {
            totals(measured).remove(measured);
            unwatch(measured);
        }
    }

    /**
     * A book changed, or its trust did.
     *
     * @param instrument whose book
     * @param now engine time
     */
    public void bookChanged(InstrumentId instrument, Instant now) {
        MarkOutWatch watch = watches.get(instrument);
        if (watch != null) {
            watch.take(now, false, this::add);
            watch.midIs(mid(instrument));
            if (watch.isEmpty()) {
                watches.remove(instrument);
            }
        }
    }

    /**
     * The latest fills.
     *
     * @param now engine time
     * @return from the oldest
     */
    public List<FillQuality> fills(Instant now) {
        takeDue(now);
        return fills.values().stream().map(MeasuredFill::quality).toList();
    }

    /**
     * The sums of every strategy.
     *
     * @param now engine time
     * @return by name
     */
    public List<StrategyQuality> strategies(Instant now) {
        takeDue(now);
        List<StrategyQuality> all = new ArrayList<>();
        totals.forEach((strategy, sums) -> all.add(sums.quality(strategy)));
        return List.copyOf(all);
    }

    private void takeDue(Instant now) {
        watches.values().removeIf(watch -> {
            watch.take(now, true, this::add);
            return watch.isEmpty();
        });
    }

    private void add(MeasuredFill fill, int measure) {
        totals(fill).add(fill, measure);
    }

    private QualityTotals totals(MeasuredFill fill) {
        return totals.computeIfAbsent(fill.strategy(), name -> new QualityTotals());
    }

    private void unwatch(MeasuredFill fill) {
        MarkOutWatch watch = watches.get(fill.fill().instrument());
        if (watch != null) {
            watch.remove(fill);
        }
    }

    /**
     * The middle of a trusted book with both sides.
     *
     * @param instrument whose book
     * @return micros, or {@link OrderBook#NONE}
     */
    public long mid(InstrumentId instrument) {
        OrderBook book = books.apply(instrument);
        if (book == null || book.trust() != BookTrust.LIVE) {
            return OrderBook.NONE;
        }
        long bid = book.bestBidMicros();
        long ask = book.bestAskMicros();
        return bid == OrderBook.NONE || ask == OrderBook.NONE ? OrderBook.NONE : (bid + ask) / 2;
    }
}
