package io.ploy.api.maths;

import io.ploy.api.Experimental;

/**
 * How a settlement value is averaged: over how long before the end, and how often the price is sampled.
 *
 * @param lengthSeconds over how long, above 0
 * @param stepSeconds the time between samples, which divides the length; 0 for a continuous average
 */
@Experimental
public record Averaging(double lengthSeconds, double stepSeconds) {
    /** Checks that the samples fill the length. */
    public Averaging {
        Arguments.positive("averaging length", lengthSeconds);
        Arguments.notNegative("sampling step", stepSeconds);
        if (stepSeconds > 0) {
            double samples = lengthSeconds / stepSeconds;
            if (Math.rint(samples) < 1 || Math.abs(samples - Math.rint(samples)) > 1e-9 * samples) {
                throw new IllegalArgumentException(
                        "a step of " + stepSeconds + " s does not divide an average over " + lengthSeconds + " s");
            }
        }
    }

    /**
     * Sampled once a second.
     *
     * @param lengthSeconds over how long, a whole number of seconds
     * @return the averaging
     * @throws IllegalArgumentException if the length is no whole number above 0
     */
    public static Averaging everySecond(double lengthSeconds) {
        return new Averaging(lengthSeconds, 1);
    }

    boolean isContinuous() {
        return stepSeconds == 0;
    }

    double samples() {
        return Math.rint(lengthSeconds / stepSeconds);
    }

    /** How many samples are still to come: they lie at the end and whole steps before it. */
    double samplesToCome(double remainingSeconds) {
        return Math.min(samples(), Math.ceil(remainingSeconds / stepSeconds - 1e-9));
    }
}
