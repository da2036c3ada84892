package io.ploy.core.track;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.FixedPoint;
import io.ploy.core.history.PositionRow;
import io.ploy.core.performance.NotedMark;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What positions are worth by what a journal says. In micros, rounded down. */
final class PositionWorth {
    private final Map<InstrumentId, NotedMark> marks = new HashMap<>();
    private final Map<MarketId, Resolution> resolutions = new HashMap<>();

    void mark(NotedMark mark) {
        marks.put(mark.instrument(), mark);
    }

    void resolved(Resolution resolution) {
        resolutions.put(resolution.market(), resolution);
    }

    /** Whether nobody ever said what it is worth. */
    boolean isUnknown(PositionRow held, @Nullable Market market) {
        return shares(held) > 0
                && !marks.containsKey(held.instrument())
                && (market == null || !resolutions.containsKey(market.id()));
    }

    /** Counts what was never marked as lost. */
    void giveUp(PositionRow held) {
        mark(new NotedMark(held.instrument(), FixedPoint.ONE, 0));
    }

    /** Of two positions in one market: the payout, or a unit for each pair and the last mark, or else the cost, for the rest. */
    long of(Market market, @Nullable PositionRow first, @Nullable PositionRow second) {
        Resolution resolution = resolutions.get(market.id());
        if (resolution != null) {
            return part(shares(first), resolution.firstPayout().micros(), FixedPoint.ONE)
                    + part(shares(second), resolution.secondPayout().micros(), FixedPoint.ONE);
        }
        long pairs = Math.min(shares(first), shares(second));
        return pairs + rest(first, pairs) + rest(second, pairs);
    }

    /** Of a position in a market that is not known. */
    long of(PositionRow held) {
        return rest(held, 0);
    }

    private long rest(@Nullable PositionRow held, long paired) {
        long shares = shares(held) - paired;
        if (held == null || shares == 0) {
            return 0;
        }
        NotedMark mark = marks.get(held.instrument());
        return mark == null
                ? part(held.cost().micros(), shares, shares(held))
                : part(shares, mark.valueMicros(), mark.sizeMicros());
    }

    private static long part(long amount, long numerator, long denominator) {
        return FixedPoint.mulDiv(amount, numerator, denominator, RoundingMode.FLOOR);
    }

    private static long shares(@Nullable PositionRow held) {
        return held == null ? 0 : held.economic().micros();
    }
}
