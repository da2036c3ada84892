package io.ploy.api.maths;

import io.ploy.api.Stable;

/**
 * The standard normal distribution.
 *
 * <p>Sources: W. J. Cody, <i>Rational Chebyshev approximations for the error function</i>, Math. Comp. 23 (1969), in the
 * form that takes the normal's own argument (no division by √2, which would cost digits in the tails); M. J. Wichura,
 * <i>Algorithm AS 241</i>, Applied Statistics 37 (1988).
 *
 * <p><b>Threading.</b> Pure functions.
 */
@Stable
@SuppressWarnings("FloatingPointLiteralPrecision") // The coefficients stand as published.
public final class NormalDistribution {
    private static final double ONE_OVER_ROOT_TWO_PI = 0.398942280401432677939946059934;
    private static final double ROOT_32 = 5.656854249492380195206754896838;

    // Cody: |x| <= 0.66291, numerator and denominator in x², highest power first.
    private static final double[] CENTRE_TOP = {
        0.065682337918207449113,
        2.2352520354606839287,
        161.02823106855587881,
        1067.6894854603709582,
        18154.981253343561249
    };
    private static final double[] CENTRE_BOTTOM = {
        1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956
    };

    // Cody: 0.66291 < |x| <= √32, in |x|.
    private static final double[] MIDDLE_TOP = {
        1.0765576773720192317e-8,
        0.39894151208813466764,
        8.8831497943883759412,
        93.506656132177855979,
        597.27027639480026226,
        2494.5375852903726711,
        6848.1904505362823326,
        11602.651437647350124,
        9842.7148383839780218
    };
    private static final double[] MIDDLE_BOTTOM = {
        1,
        22.266688044328115691,
        235.38790178262499861,
        1519.377599407554805,
        6485.558298266760755,
        18615.571640885098091,
        34900.952721145977266,
        38912.003286093271411,
        19685.429676859990727
    };

    // Cody: |x| > √32, in 1/x².
    private static final double[] TAIL_TOP = {
        0.02307344176494017303,
        0.21589853405795699,
        0.1274011611602473639,
        0.022235277870649807,
        0.001421619193227893466,
        2.9112874951168792e-5
    };
    private static final double[] TAIL_BOTTOM = {
        1,
        1.28426009614491121,
        0.468238212480865118,
        0.0659881378689285515,
        0.00378239633202758244,
        7.29751555083966205e-5
    };

    // Wichura: |p − ½| <= 0.425, in 0.180625 − (p − ½)².
    private static final double[] NEAR_TOP = {
        2.5090809287301226727e+3,
        3.3430575583588128105e+4,
        6.7265770927008700853e+4,
        4.5921953931549871457e+4,
        1.3731693765509461125e+4,
        1.9715909503065514427e+3,
        1.3314166789178437745e+2,
        3.3871328727963666080e0
    };
    private static final double[] NEAR_BOTTOM = {
        5.2264952788528545610e+3,
        2.8729085735721942674e+4,
        3.9307895800092710610e+4,
        2.1213794301586595867e+4,
        5.3941960214247511077e+3,
        6.8718700749205790830e+2,
        4.2313330701600911252e+1,
        1
    };

    // Wichura: √(−ln p) <= 5, in √(−ln p) − 1.6.
    private static final double[] FAR_TOP = {
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0
    };
    private static final double[] FAR_BOTTOM = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1
    };

    // Wichura: √(−ln p) > 5, in √(−ln p) − 5.
    private static final double[] FARTHEST_TOP = {
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1,
        1.78482653991729133580e0,
        5.46378491116411436990e0,
        6.65790464350110377720e0
    };
    private static final double[] FARTHEST_BOTTOM = {
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1
    };

    private NormalDistribution() {}

    /**
     * The probability of a value at or below {@code x}: Φ(x). Relative error below 1e-14 for −37 ≤ x ≤ 8.
     *
     * @param x any number or infinity
     * @return 0 to 1
     * @throws IllegalArgumentException for NaN
     */
    public static double cdf(double x) {
        return upperTail(-notNan(x));
    }

    /**
     * The probability of a value above {@code x}: 1 − Φ(x), without the digits that subtraction loses. Relative error
     * below 1e-14 for −8 ≤ x ≤ 37.
     *
     * @param x any number or infinity
     * @return 0 to 1
     * @throws IllegalArgumentException for NaN
     */
    public static double sf(double x) {
        return upperTail(notNan(x));
    }

    /**
     * The density φ(x) = exp(−x²/2)/√(2π). Relative error below 1e-15 where the result is a normal number.
     *
     * @param x any number or infinity
     * @return 0 to 0.3989…
     * @throws IllegalArgumentException for NaN
     */
    public static double pdf(double x) {
        return ONE_OVER_ROOT_TWO_PI * bell(Math.abs(notNan(x)));
    }

    /**
     * The value below which lies the probability {@code p}: Φ⁻¹(p). Absolute error below 1e-13 · max(1, |x|) for
     * 1e-300 ≤ p ≤ 1 − 2⁻⁵³.
     *
     * @param p above 0 and below 1
     * @return finite
     * @throws IllegalArgumentException for NaN and outside (0, 1)
     */
    public static double quantile(double p) {
        double fromCentre = Arguments.insideUnit("probability", p) - 0.5;
        if (Math.abs(fromCentre) <= 0.425) {
            return fromCentre * ratio(NEAR_TOP, NEAR_BOTTOM, 0.180625 - fromCentre * fromCentre);
        }
        double r = Math.sqrt(-StrictMath.log(fromCentre < 0 ? p : 1 - p));
        double distance = r <= 5 ? ratio(FAR_TOP, FAR_BOTTOM, r - 1.6) : ratio(FARTHEST_TOP, FARTHEST_BOTTOM, r - 5);
        return fromCentre < 0 ? -distance : distance;
    }

    private static double upperTail(double x) {
        double y = Math.abs(x);
        if (y <= 0.66291) {
            return 0.5 - x * ratio(CENTRE_TOP, CENTRE_BOTTOM, x * x);
        }
        double tail = y <= ROOT_32 ? bell(y) * ratio(MIDDLE_TOP, MIDDLE_BOTTOM, y) : farTail(y);
        return x > 0 ? tail : 1 - tail;
    }

    private static double farTail(double y) {
        double bell = bell(y);
        if (bell == 0) {
            return 0;
        }
        double inverseSquare = 1 / (y * y);
        return bell * (ONE_OVER_ROOT_TWO_PI - inverseSquare * ratio(TAIL_TOP, TAIL_BOTTOM, inverseSquare)) / y;
    }

    /** exp(−y²/2). The square is split so that its leading part is exact: rounding it would be amplified by y². */
    private static double bell(double y) {
        if (y > 40) {
            return 0;
        }
        double head = Math.floor(y * 1024) / 1024;
        double rest = (y - head) * (y + head);
        return StrictMath.exp(-head * head / 2) * StrictMath.exp(-rest / 2);
    }

    private static double ratio(double[] top, double[] bottom, double x) {
        return polynomial(top, x) / polynomial(bottom, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }

    private static double notNan(double x) {
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("not a number");
        }
        return x;
    }
}
