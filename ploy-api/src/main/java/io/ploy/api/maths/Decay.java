package io.ploy.api.maths;

import java.time.Instant;

/** How the past loses weight. */
final class Decay {
    private Decay() {}

    /** 2^(−seconds/halfLife): the weight the past keeps. */
    static double kept(double seconds, double halfLifeSeconds) {
        return StrictMath.pow(
                2, -Arguments.notNegative("seconds", seconds) / Arguments.positive("half-life", halfLifeSeconds));
    }

    /** Seconds between two instants without making a Duration. */
    static double seconds(Instant from, Instant to) {
        return (to.getEpochSecond() - from.getEpochSecond()) + (to.getNano() - from.getNano()) / 1e9;
    }

    static void forward(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("time runs backwards: " + from + " to " + to);
        }
    }
}
