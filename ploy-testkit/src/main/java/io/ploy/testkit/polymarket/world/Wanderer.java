package io.ploy.testkit.polymarket.world;

import io.ploy.api.maths.NormalDistribution;
import java.util.SplittableRandom;

/** A number that moves by normal steps. */
final class Wanderer {
    private final SplittableRandom random;
    private double value;

    Wanderer(double start, SplittableRandom random) {
        this.random = random;
        value = start;
    }

    void step(double deviation) {
        double uniform = (random.nextInt(1 << 30) + 0.5) / (1 << 30);
        value += deviation * NormalDistribution.quantile(uniform);
    }

    double value() {
        return value;
    }

    double exponential() {
        return StrictMath.exp(value);
    }

    /** As a probability. */
    double logistic() {
        return 1 / (1 + StrictMath.exp(-value));
    }
}
