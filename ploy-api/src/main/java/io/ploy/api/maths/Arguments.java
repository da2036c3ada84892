package io.ploy.api.maths;

/** Refuses what is no number, so that no result can be one silently. */
final class Arguments {
    private Arguments() {}

    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is not a finite number: " + value);
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " is not above zero and finite: " + value);
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " is negative or not finite: " + value);
        }
        return value;
    }

    static double unit(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " outside [0, 1]: " + value);
        }
        return value;
    }

    /** Strictly inside, where a logarithm or a ratio of both sides exists. */
    static double insideUnit(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " outside (0, 1): " + value);
        }
        return value;
    }
}
