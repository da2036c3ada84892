package io.ploy.api.maths;

import io.ploy.api.Experimental;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The volatility at which the model agrees with the market. Without drift it has a closed form,
 * σ = ln(S/K)/(Φ⁻¹(q)·√v), and exists only while price and market are on the same side of even.
 *
 * @param volatilityOrNull the volatility, or null if none exists
 * @param missingOrNull why none exists, or null if one does
 */
@Experimental
public record ImpliedVolatility(
        @Nullable Volatility volatilityOrNull, @Nullable Missing missingOrNull) {
    private static final double SMALLEST_DISTANCE = 1e-6;
    private static final double SMALLEST_EDGE = 0.005;

    /** Checks that exactly one of the two is there. */
    public ImpliedVolatility {
        if ((volatilityOrNull == null) == (missingOrNull == null)) {
            throw new IllegalArgumentException("either a volatility or a reason why there is none");
        }
    }

    /** Why there is no implied volatility. */
    @Experimental
    public enum Missing {
        /** The price is on one side of the strike and the market on the other. */
        DISAGREE,
        /** Price or market is too near even to tell: |ln(S/K)| below 1e-6 or |q − ½| below 0.005. */
        AT_THE_MONEY
    }

    /**
     * Solves for σ.
     *
     * @param up the market's probability q of Up, above 0 and below 1
     * @param spot the settlement source's price S now, above 0
     * @param horizon what is still open
     * @return the volatility, or why there is none; a horizon on which nothing is open disagrees with any market
     * @throws IllegalArgumentException for NaN and out of range
     */
    public static ImpliedVolatility of(double up, double spot, SettlementHorizon horizon) {
        Arguments.insideUnit("probability", up);
        Arguments.positive("price", spot);
        if (horizon.isDecided()) {
            return new ImpliedVolatility(null, Missing.DISAGREE);
        }
        double distance = StrictMath.log(spot / horizon.strike());
        if (Math.abs(distance) < SMALLEST_DISTANCE || Math.abs(up - 0.5) < SMALLEST_EDGE) {
            return new ImpliedVolatility(null, Missing.AT_THE_MONEY);
        }
        if (distance > 0 != up > 0.5) {
            return new ImpliedVolatility(null, Missing.DISAGREE);
        }
        double sigma = distance / (NormalDistribution.quantile(up) * Math.sqrt(horizon.varianceSeconds()));
        return new ImpliedVolatility(new Volatility(sigma), null);
    }

    /**
     * The volatility.
     *
     * @return absent if none exists
     */
    public Optional<Volatility> volatility() {
        return Optional.ofNullable(volatilityOrNull);
    }

    /**
     * Why there is none.
     *
     * @return absent if there is one
     */
    public Optional<Missing> missing() {
        return Optional.ofNullable(missingOrNull);
    }
}
