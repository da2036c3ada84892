package io.ploy.core.performance;

import io.ploy.api.market.OrderBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** The mid of one instrument while mark-outs of it are due. */
final class MarkOutWatch {
    private final List<MeasuredFill> open = new ArrayList<>();
    private long mid = OrderBook.NONE;

    void add(MeasuredFill fill) {
        open.add(fill);
    }

    void remove(MeasuredFill fill) {
        open.remove(fill);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    void midIs(long micros) {
        mid = micros;
    }

    /**
     * Takes every mark-out that is due, at the mid in force until now.
     *
     * @param including whether one that is due at this very moment is among them
     * @param taken is told the fill and the measure
     */
    void take(Instant now, boolean including, ObjIntConsumer<MeasuredFill> taken) {
        for (int i = open.size() - 1; i >= 0; i--) {
            MeasuredFill fill = open.get(i);
            while (!fill.isComplete() && isDue(fill.due(), now, including)) {
                taken.accept(fill, fill.markOut(mid));
            }
            if (fill.isComplete()) {
                open.remove(i);
            }
        }
    }

    private static boolean isDue(Instant due, Instant now, boolean including) {
        return including ? !due.isAfter(now) : due.isBefore(now);
    }
}
