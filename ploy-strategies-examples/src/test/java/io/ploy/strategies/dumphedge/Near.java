package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;

/** Compares model numbers. */
final class Near {
    private Near() {}

    static void near(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, Offset.offset(tolerance));
    }
}
