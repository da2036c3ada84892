package io.ploy.testkit.polymarket.world;

import java.util.SplittableRandom;

/**
 * A sale that no news explains: one outcome of a window falls within two seconds to half its price, stays there for some
 * seconds, and recovers.
 *
 * @param second whether the second outcome is sold; the first otherwise
 * @param begins seconds after the window's start
 */
record Dump(boolean second, double begins) {
    private static final int EARLIEST_SECOND = 8;
    private static final int LATEST_SECOND = 15;
    private static final double FALL_SECONDS = 2;
    private static final double REST_SECONDS = 6;
    private static final double RECOVERY_SECONDS = 6;
    private static final double DEEPEST = 0.5;

    /** One early enough for its recovery to be traded, even in the shortest window. */
    static Dump of(SplittableRandom random) {
        return new Dump(random.nextBoolean(), EARLIEST_SECOND + random.nextInt(LATEST_SECOND - EARLIEST_SECOND + 1));
    }

    /**
     * What the first outcome trades at.
     *
     * @param fair what it is worth, 0 to 1
     * @param secondsIn seconds since the window's start, negative before it
     * @return 0 to 1
     */
    double price(double fair, double secondsIn) {
        double left = 1 - depth(secondsIn - begins);
        return second ? 1 - (1 - fair) * left : fair * left;
    }

    /** The part of its worth that the outcome has lost, 0 to 1. */
    private static double depth(double since) {
        if (since <= 0) {
            return 0;
        }
        if (since < FALL_SECONDS) {
            return DEEPEST * since / FALL_SECONDS;
        }
        double recovering = Math.max(0, since - FALL_SECONDS - REST_SECONDS);
        return DEEPEST * StrictMath.exp(-recovering / RECOVERY_SECONDS);
    }
}
