package io.ploy.testkit.polymarket.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long things took, of one thread until they are merged. */
public final class Latencies {
    private static final double NANOS_IN_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int count;

    public void add(long value) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = value;
    }

    public static Latencies merged(List<Latencies> parts) {
        Latencies merged = new Latencies();
        merged.count = parts.stream().mapToInt(part -> part.count).sum();
        merged.nanos = new long[Math.max(1, merged.count)];
        int at = 0;
        for (Latencies part : parts) {
            System.arraycopy(part.nanos, 0, merged.nanos, at, part.count);
            at += part.count;
        }
        Arrays.sort(merged.nanos, 0, merged.count);
        return merged;
    }

    public int count() {
        return count;
    }

    /** Of merged ones: the value that a part of all, 0 to 1, do not exceed. */
    public double millis(double part) {
        return count == 0 ? Double.NaN : nanos[(int) Math.min(count - 1, Math.ceil(part * count))] / NANOS_IN_MILLI;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, longest %.2f ms",
                millis(0.5),
                millis(0.9),
                millis(0.99),
                millis(0.999),
                millis(1));
    }
}
