package io.ploy.api.maths;

import io.ploy.api.Experimental;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Volatility measured from equally spaced log returns or from bars. For a live stream of ticks see
 * {@link VolatilityTracker}.
 *
 * <p>Sources: O. E. Barndorff-Nielsen, N. Shephard, <i>Power and bipower variation with stochastic volatility and
 * jumps</i> (2004); M. Parkinson (1980); M. B. Garman, M. J. Klass (1980); L. C. G. Rogers, S. E. Satchell (1991).
 *
 * <p><b>Threading.</b> Pure functions.
 */
@Experimental
public final class RealisedVolatility {
    private RealisedVolatility() {}

    /**
     * √(Σ r² / (n·δ)), the mean taken as zero.
     *
     * @param logReturns the returns r, at least one
     * @param stepSeconds the length δ of each, above 0
     * @return the volatility
     * @throws IllegalArgumentException for NaN, an empty array and out of range
     */
    public static Volatility rootMeanSquare(double[] logReturns, double stepSeconds) {
        atLeast(1, logReturns.length);
        double sum = 0;
        for (double r : logReturns) {
            sum += square(Arguments.finite("return", r));
        }
        return Volatility.ofVariance(sum / (logReturns.length * Arguments.positive("step", stepSeconds)));
    }

    /**
     * √((π/2) · Σ |rᵢ||rᵢ₋₁| · n/(n−1) / (n·δ)): a single jump does not dominate it.
     *
     * @param logReturns consecutive returns r, at least two
     * @param stepSeconds the length δ of each, above 0
     * @return the volatility
     * @throws IllegalArgumentException for NaN, fewer than two returns and out of range
     */
    public static Volatility bipower(double[] logReturns, double stepSeconds) {
        atLeast(2, logReturns.length);
        double sum = 0;
        double before = Math.abs(Arguments.finite("return", logReturns[0]));
        for (int i = 1; i < logReturns.length; i++) {
            double now = Math.abs(Arguments.finite("return", logReturns[i]));
            sum += before * now;
            before = now;
        }
        double mean = sum / (logReturns.length - 1);
        return Volatility.ofVariance(Math.PI / 2 * mean / Arguments.positive("step", stepSeconds));
    }

    /**
     * One step of an exponentially weighted variance: (1−a)·v + a·r²/δ with a = 1 − 2^(−Δt/halfLife).
     *
     * @param variance v per second so far, 0 or more
     * @param logReturn the new return r
     * @param stepSeconds the length δ of the return, above 0
     * @param sinceSeconds the time Δt since the last step, 0 or more
     * @param halfLifeSeconds after which a return counts half, above 0
     * @return the variance per second now
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double ewmaVariance(
            double variance, double logReturn, double stepSeconds, double sinceSeconds, double halfLifeSeconds) {
        double keep = Decay.kept(sinceSeconds, halfLifeSeconds);
        double sample = square(Arguments.finite("return", logReturn)) / Arguments.positive("step", stepSeconds);
        return keep * Arguments.notNegative("variance", variance) + (1 - keep) * sample;
    }

    /**
     * From high and low: mean of ln²(H/L)/(4 ln 2).
     *
     * @param bars at least one
     * @param barSeconds the length of each bar, above 0
     * @return the volatility
     * @throws IllegalArgumentException for an empty list and out of range
     */
    public static Volatility parkinson(List<PriceBar> bars, double barSeconds) {
        return ofBars(bars, barSeconds, bar -> square(log(bar.high(), bar.low())) / (4 * LN_2));
    }

    /**
     * From all four prices: mean of ½ln²(H/L) − (2 ln 2 − 1)ln²(C/O).
     *
     * @param bars at least one
     * @param barSeconds the length of each bar, above 0
     * @return the volatility; zero where the mean is negative
     * @throws IllegalArgumentException for an empty list and out of range
     */
    public static Volatility garmanKlass(List<PriceBar> bars, double barSeconds) {
        return ofBars(
                bars,
                barSeconds,
                bar -> square(log(bar.high(), bar.low())) / 2 - (2 * LN_2 - 1) * square(log(bar.close(), bar.open())));
    }

    /**
     * From all four prices, unmoved by a trend: mean of ln(H/C)ln(H/O) + ln(L/C)ln(L/O).
     *
     * @param bars at least one
     * @param barSeconds the length of each bar, above 0
     * @return the volatility
     * @throws IllegalArgumentException for an empty list and out of range
     */
    public static Volatility rogersSatchell(List<PriceBar> bars, double barSeconds) {
        return ofBars(
                bars,
                barSeconds,
                bar -> log(bar.high(), bar.close()) * log(bar.high(), bar.open())
                        + log(bar.low(), bar.close()) * log(bar.low(), bar.open()));
    }

    private static final double LN_2 = StrictMath.log(2);

    private static Volatility ofBars(List<PriceBar> bars, double barSeconds, ToDoubleFunction<PriceBar> variance) {
        atLeast(1, bars.size());
        double sum = 0;
        for (PriceBar bar : bars) {
            sum += variance.applyAsDouble(bar);
        }
        return Volatility.ofVariance(Math.max(0, sum / bars.size() / Arguments.positive("bar length", barSeconds)));
    }

    private static double log(double price, double base) {
        return StrictMath.log(price / base);
    }

    private static double square(double x) {
        return x * x;
    }

    private static void atLeast(int needed, int found) {
        if (found < needed) {
            throw new IllegalArgumentException("needs at least " + needed + ", found " + found);
        }
    }
}
