package io.ploy.api.maths;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;

/** Compares with a tolerance that is relative to what is expected. */
final class Near {
    static final double TABLE = 1e-10;

    private Near() {}

    static void near(double actual, double expected) {
        near(actual, expected, TABLE);
    }

    static void near(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, Offset.offset(Math.abs(expected) * relative));
    }

    /** For values printed with fewer digits. */
    static void rounded(double actual, double expected, int decimals) {
        assertThat(actual).isCloseTo(expected, Offset.offset(0.5000001 * Math.pow(10, -decimals)));
    }
}
