package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * How likely a window ends up: that its settlement value is at or above the strike (a tie is Up), when the log price is
 * normally distributed.
 *
 * @param up the probability of Up, 0 to 1
 * @param down the probability of Down, computed from its own tail; the two sum to 1 but for rounding
 * @param perLogPrice ∂up/∂ln S: how fast the probability follows the price; 0 once decided
 */
@Experimental
public record UpProbability(double up, double down, double perLogPrice) {
    private static final UpProbability CERTAIN_UP = new UpProbability(1, 0, 0);
    private static final UpProbability CERTAIN_DOWN = new UpProbability(0, 1, 0);

    /** Checks the ranges. */
    public UpProbability {
        Arguments.unit("probability of up", up);
        Arguments.unit("probability of down", down);
        Arguments.notNegative("sensitivity", perLogPrice);
    }

    /**
     * Without drift: Φ(ln(S/K)/(σ√v)), v being the horizon's variance seconds.
     *
     * @param spot the settlement source's price S now, above 0; the settlement value itself once nothing is open
     * @param horizon what is still open
     * @param volatility σ; at zero the answer is a step at S ≥ K
     * @return the probability
     * @throws IllegalArgumentException for NaN and a price of zero or less
     */
    public static UpProbability of(double spot, SettlementHorizon horizon, Volatility volatility) {
        return of(spot, horizon, volatility, 0);
    }

    /**
     * With a drift of the log price: Φ((ln(S/K) + μ·t)/(σ√v)).
     *
     * @param spot the settlement source's price S now, above 0; the settlement value itself once nothing is open
     * @param horizon what is still open
     * @param volatility σ
     * @param driftPerSecond μ, the drift of the log price; {@link #martingaleDrift} for a price without drift
     * @return the probability
     * @throws IllegalArgumentException for NaN and a price of zero or less
     */
    public static UpProbability of(
            double spot, SettlementHorizon horizon, Volatility volatility, double driftPerSecond) {
        Arguments.positive("price", spot);
        Arguments.finite("drift", driftPerSecond);
        if (horizon.isDecided()) {
            return step(spot >= horizon.strike());
        }
        double distance = StrictMath.log(spot / horizon.strike()) + driftPerSecond * horizon.driftSeconds();
        double deviation = volatility.overSeconds(horizon.varianceSeconds());
        double argument = distance / deviation;
        if (deviation == 0 || Double.isNaN(argument)) {
            return step(distance >= 0);
        }
        return new UpProbability(
                NormalDistribution.cdf(argument),
                NormalDistribution.sf(argument),
                NormalDistribution.pdf(argument) / deviation);
    }

    /**
     * The drift of the log price under which the price itself has none: −σ²/2.
     *
     * @param volatility σ
     * @return μ per second
     */
    public static double martingaleDrift(Volatility volatility) {
        return -volatility.variance() / 2;
    }

    /**
     * The settlement source's price as a faster source suggests it: R · B(now)/B(at the time of R). The faster source's
     * price itself is another price and must not be used.
     *
     * @param lastReference the settlement source's last price R, above 0
     * @param leadNow the faster source's price now, above 0
     * @param leadThen the faster source's price at the source time of R, above 0
     * @return the expected price of the settlement source
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static double nowcast(double lastReference, double leadNow, double leadThen) {
        return Arguments.positive("reference", lastReference)
                * Arguments.positive("lead price", leadNow)
                / Arguments.positive("lead price then", leadThen);
    }

    private static UpProbability step(boolean up) {
        return up ? CERTAIN_UP : CERTAIN_DOWN;
    }
}
