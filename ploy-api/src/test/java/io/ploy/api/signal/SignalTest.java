package io.ploy.api.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.InstrumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aSignalThatIsNoNumberIsRefusedWithItsName(double value) {
        assertThatThrownBy(() -> new Signal("feed", "momentum", value, NOON, NOON.plusSeconds(1)))
                .hasMessageContaining("momentum")
                .hasMessageContaining("feed");
    }

    @Test
    void aSignalMayBeAnyFiniteNumber() {
        Signal signal = new Signal("feed", "momentum", -Double.MAX_VALUE, NOON, NOON.plusSeconds(1));

        assertThat(signal.value()).isEqualTo(-Double.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void adviceOutsideItsRangeIsRefused(double wrong) {
        assertThatThrownBy(() -> advice(wrong, 0.5, List.of())).hasMessageContaining(String.valueOf(wrong));
        assertThatThrownBy(() -> advice(0.5, wrong, List.of())).hasMessageContaining(String.valueOf(wrong));
    }

    @Test
    void adviceKeepsItsClaims() {
        List<String> claims = new ArrayList<>(List.of("rain is forecast"));
        Advice advice = advice(1, 0, claims);

        claims.clear();

        assertThat(advice.claims()).containsExactly("rain is forecast");
    }

    private static Advice advice(double probability, double confidence, List<String> claims) {
        return new Advice(
                new InstrumentId("venue", "up"), probability, confidence, claims, "model", NOON, NOON.plusSeconds(1));
    }
}
