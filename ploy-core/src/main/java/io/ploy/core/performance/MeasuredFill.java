package io.ploy.core.performance;

import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.order.Fill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** A fill, what is known of its quality, and which mark-out comes next. */
final class MeasuredFill {
    static final int SLIPPAGE = 0;
    static final int SHORTFALL = 1;
    static final int FIRST_MARK_OUT = 2;
    static final int MEASURES = FIRST_MARK_OUT + ExecutionQuality.MARK_OUTS.size();

    private static final long UNKNOWN = Long.MIN_VALUE;

    private final String strategy;
    private final Fill fill;
    private final long[] measures = new long[MEASURES];
    private int next;

    MeasuredFill(String strategy, Fill fill, long decisionMid, long decisionTouch) {
        this.strategy = strategy;
        this.fill = fill;
        Arrays.fill(measures, UNKNOWN);
        measures[SLIPPAGE] = worseThan(decisionMid);
        measures[SHORTFALL] = worseThan(decisionTouch);
    }

    private long worseThan(long price) {
        return price == OrderBook.NONE ? UNKNOWN : signed(fill.price().micros() - price);
    }

    private long signed(long difference) {
        return fill.side() == Side.BUY ? difference : -difference;
    }

    String strategy() {
        return strategy;
    }

    Fill fill() {
        return fill;
    }

    boolean isComplete() {
        return next == ExecutionQuality.MARK_OUTS.size();
    }

    /** When the next mark-out is due. */
    Instant due() {
        return fill.at().plus(ExecutionQuality.MARK_OUTS.get(next));
    }

    /**
     * Takes the next mark-out.
     *
     * @param mid at that moment, {@link OrderBook#NONE} if not known
     * @return which measure that is
     */
    int markOut(long mid) {
        int measure = FIRST_MARK_OUT + next++;
        measures[measure] =
                mid == OrderBook.NONE ? UNKNOWN : signed(mid - fill.price().micros());
        return measure;
    }

    boolean knows(int measure) {
        return measures[measure] != UNKNOWN;
    }

    long measure(int measure) {
        return measures[measure];
    }

    FillQuality quality() {
        List<OptionalLong> markOuts = new ArrayList<>();
        for (int i = FIRST_MARK_OUT; i < MEASURES; i++) {
            markOuts.add(optional(i));
        }
        return new FillQuality(
                fill.id(),
                strategy,
                fill.instrument(),
                fill.side(),
                fill.price(),
                fill.quantity(),
                optional(SLIPPAGE),
                optional(SHORTFALL),
                markOuts,
                fill.at());
    }

    private OptionalLong optional(int measure) {
        return knows(measure) ? OptionalLong.of(measures[measure]) : OptionalLong.empty();
    }
}
