package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * Compares forecasts with how often they came true, in equally wide bins of the forecast probability.
 *
 * <p><b>Threading.</b> Accumulates: one thread.
 */
@Experimental
public final class ReliabilityBins {
    private final long[] counts;
    private final long[] happened;
    private final double[] sums;

    /**
     * Starts empty.
     *
     * @param bins how many, 1 to 1,000
     * @throws IllegalArgumentException if out of range
     */
    public ReliabilityBins(int bins) {
        if (bins < 1 || bins > 1_000) {
            throw new IllegalArgumentException("bins outside 1 to 1000: " + bins);
        }
        counts = new long[bins];
        happened = new long[bins];
        sums = new double[bins];
    }

    /**
     * One bin.
     *
     * @param from the lowest forecast that belongs to it
     * @param to the lowest forecast that does not, except in the last bin, which 1 belongs to
     * @param count how many forecasts fell into it
     * @param meanForecast their mean; the middle of the bin while there are none
     * @param happened how many came true
     */
    @Experimental
    public record Bin(double from, double to, long count, double meanForecast, long happened) {}

    /**
     * Adds a forecast and its outcome.
     *
     * @param probability what was forecast, 0 to 1
     * @param cameTrue whether it happened
     * @throws IllegalArgumentException for NaN and out of range
     */
    public void add(double probability, boolean cameTrue) {
        int bin = (int) Math.min(counts.length - 1, Arguments.unit("probability", probability) * counts.length);
        counts[bin]++;
        sums[bin] += probability;
        happened[bin] += cameTrue ? 1 : 0;
    }

    /**
     * How many bins there are.
     *
     * @return as given
     */
    public int size() {
        return counts.length;
    }

    /**
     * One bin as it is now.
     *
     * @param index from 0
     * @return a copy
     */
    public Bin bin(int index) {
        double from = (double) index / counts.length;
        double to = (index + 1.0) / counts.length;
        double mean = counts[index] == 0 ? (from + to) / 2 : sums[index] / counts[index];
        return new Bin(from, to, counts[index], mean, happened[index]);
    }
}
