package io.ploy.core.sim.world;

import io.ploy.api.maths.NormalDistribution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;

/** A reference price that moves once a second, by normal steps of its logarithm. */
final class ReferencePath {
    private final SplittableRandom random;
    private final double deviation;
    private final double drift;
    private double price;

    ReferencePath(WorldSettings settings, SplittableRandom random) {
        this.random = random;
        deviation = settings.volatility().perRootSecond();
        // A steady drift of one deviation a minute: clear over a window, unseen from one second to the next.
        double trend = deviation / Math.sqrt(60);
        drift = settings.shape() == WorldShape.TRENDING ? (random.nextBoolean() ? trend : -trend) : 0;
        price = settings.openingPrice();
    }

    void step() {
        double uniform = (random.nextInt(1 << 30) + 0.5) / (1 << 30);
        price *= StrictMath.exp(drift + deviation * NormalDistribution.quantile(uniform));
    }

    double price() {
        return price;
    }

    BigDecimal decimal() {
        return BigDecimal.valueOf(price).setScale(8, RoundingMode.HALF_EVEN);
    }
}
