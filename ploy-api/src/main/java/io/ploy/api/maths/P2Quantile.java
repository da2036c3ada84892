package io.ploy.api.maths;

import io.ploy.api.Experimental;
import java.util.Arrays;

/**
 * A quantile of a stream in constant memory. Exact for up to five values, an estimate afterwards. Source: R. Jain, I.
 * Chlamtac, <i>The P² algorithm for dynamic calculation of quantiles and histograms without storing observations</i>,
 * Communications of the ACM 28 (1985).
 *
 * <p><b>Threading.</b> Accumulates: one thread.
 */
@Experimental
public final class P2Quantile {
    private static final int MARKERS = 5;

    private final double p;
    private final double[] height = new double[MARKERS];
    private final double[] place = {1, 2, 3, 4, 5};
    private final double[] wanted;
    private final double[] growth;
    private long count;

    /**
     * Starts empty.
     *
     * @param p which quantile, above 0 and below 1; 0.5 is the median
     * @throws IllegalArgumentException for NaN and out of range
     */
    public P2Quantile(double p) {
        this.p = Arguments.insideUnit("quantile", p);
        wanted = new double[] {1, 1 + 2 * p, 1 + 4 * p, 3 + 2 * p, 5};
        growth = new double[] {0, p / 2, p, (1 + p) / 2, 1};
    }

    /**
     * Adds a value.
     *
     * @param value any finite number
     * @throws IllegalArgumentException for NaN and infinity
     */
    public void add(double value) {
        Arguments.finite("value", value);
        if (count < MARKERS) {
            height[(int) count++] = value;
            if (count == MARKERS) {
                Arrays.sort(height);
            }
            return;
        }
        count++;
        int cell = cellOf(value);
        for (int i = cell + 1; i < MARKERS; i++) {
            place[i]++;
        }
        for (int i = 0; i < MARKERS; i++) {
            wanted[i] += growth[i];
        }
        for (int i = 1; i < MARKERS - 1; i++) {
            move(i);
        }
    }

    private int cellOf(double value) {
        if (value < height[0]) {
            height[0] = value;
            return 0;
        }
        if (value >= height[MARKERS - 1]) {
            height[MARKERS - 1] = value;
            return MARKERS - 2;
        }
        int cell = 0;
        while (value >= height[cell + 1]) {
            cell++;
        }
        return cell;
    }

    private void move(int i) {
        double lag = wanted[i] - place[i];
        boolean up = lag >= 1 && place[i + 1] - place[i] > 1;
        boolean down = lag <= -1 && place[i - 1] - place[i] < -1;
        if (!up && !down) {
            return;
        }
        int step = up ? 1 : -1;
        double curved = parabola(i, step);
        height[i] = height[i - 1] < curved && curved < height[i + 1] ? curved : line(i, step);
        place[i] += step;
    }

    private double parabola(int i, int step) {
        double right = (place[i] - place[i - 1] + step) * (height[i + 1] - height[i]) / (place[i + 1] - place[i]);
        double left = (place[i + 1] - place[i] - step) * (height[i] - height[i - 1]) / (place[i] - place[i - 1]);
        return height[i] + step / (place[i + 1] - place[i - 1]) * (right + left);
    }

    private double line(int i, int step) {
        return height[i] + step * (height[i + step] - height[i]) / (place[i + step] - place[i]);
    }

    /**
     * How many values were added.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * The quantile.
     *
     * @return of what was added; for up to five values the smallest with at least the share p at or below it
     * @throws IllegalStateException while empty
     */
    public double value() {
        if (count == 0) {
            throw new IllegalStateException("no value was added");
        }
        if (count > MARKERS) {
            return height[2];
        }
        double[] sorted = Arrays.copyOf(height, (int) count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(p * count) - 1)];
    }
}
