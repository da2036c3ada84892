package io.ploy.core.sim.world;

/** What the prices of a world do. */
public enum WorldShape {
    /** The reference price wanders; books follow it. */
    RANDOM_WALK,
    /** The reference price drifts steadily, up or down by the seed; books follow it. */
    TRENDING,
    /**
     * As the random walk, and early in each window one outcome, chosen by the seed, is sold off far below what the
     * reference price says, and recovers.
     */
    DUMP
}
