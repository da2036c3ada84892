package io.ploy.host.report;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Chooses which samples of a time series to draw so that the picture stays the same: of every slice of time the first, the
 * last, and the highest and lowest of each line. A chart cannot show more than that in the width of a pixel.
 */
final class Thinning {
    private Thinning() {}

    /**
     * The indices to keep, rising.
     *
     * @param size how many samples there are
     * @param limit about how many may stay; fewer samples all stay
     * @param time of a sample, never falling
     * @param lines values of a sample, one function for each line
     */
    static int[] keep(int size, int limit, IntToLongFunction time, List<IntToLongFunction> lines) {
        BitSet kept = new BitSet(size);
        if (size <= limit) {
            kept.set(0, size);
            return kept.stream().toArray();
        }
        int slices = Math.max(1, limit / (2 + 2 * lines.size()));
        long start = time.applyAsLong(0);
        double width = Math.max(1, (time.applyAsLong(size - 1) - start + 1) / (double) slices);
        int from = 0;
        while (from < size) {
            long slice = (long) ((time.applyAsLong(from) - start) / width);
            int to = from + 1;
            while (to < size && (long) ((time.applyAsLong(to) - start) / width) == slice) {
                to++;
            }
            keepSlice(kept, from, to, lines);
            from = to;
        }
        return kept.stream().toArray();
    }

    private static void keepSlice(BitSet kept, int from, int to, List<IntToLongFunction> lines) {
        kept.set(from);
        kept.set(to - 1);
        for (IntToLongFunction line : lines) {
            int lowest = from;
            int highest = from;
            for (int i = from + 1; i < to; i++) {
                long value = line.applyAsLong(i);
                lowest = value < line.applyAsLong(lowest) ? i : lowest;
                highest = value > line.applyAsLong(highest) ? i : highest;
            }
            kept.set(lowest);
            kept.set(highest);
        }
    }
}
