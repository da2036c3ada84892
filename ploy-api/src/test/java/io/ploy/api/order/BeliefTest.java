package io.ploy.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeliefTest {
    private static final InstrumentId DRAW = new InstrumentId("venue", "draw");
    private static final InstrumentId AWAY = new InstrumentId("venue", "away");

    @Test
    void aModelsNumberIsRoundedDownAndKeptOffTheEnds() {
        assertThat(Belief.of(0.6000009).probability()).isEqualTo(Price.parse("0.6"));
        assertThat(Belief.of(0).probability()).isEqualTo(Price.ofMicros(1));
        assertThat(Belief.of(1).probability()).isEqualTo(Price.ofMicros(999_999));
        assertThat(Belief.of(0.5).withConfidence(0.1234567).confidenceMicros()).isEqualTo(123_456);
        assertThat(Belief.of(0.5).confidenceMicros()).isEqualTo(1_000_000);
        assertThat(Belief.of(0.5).withConfidence(0).confidenceMicros()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.01, 1.01, Double.POSITIVE_INFINITY})
    void whatIsNoShareOfOneIsRefused(double value) {
        assertThatThrownBy(() -> Belief.of(value)).hasMessageContaining("probability outside [0, 1]");
        assertThatThrownBy(() -> Belief.of(0.5).withConfidence(value)).hasMessageContaining("confidence outside");
    }

    @Test
    void certaintyIsNoBelief() {
        assertThatThrownBy(() -> Belief.of(Price.ONE)).hasMessageContaining("inside (0, 1)");
        assertThatThrownBy(() -> Belief.of(Price.ZERO)).hasMessageContaining("inside (0, 1)");
        assertThatThrownBy(() -> new Belief.Other(DRAW, Price.ZERO)).hasMessageContaining("inside (0, 1)");
        assertThatThrownBy(() -> new Belief(Price.parse("0.5"), 1_000_001, List.of()))
                .hasMessageContaining("confidence outside");
    }

    @Test
    void exclusiveOutcomesAreNotMoreThanCertainTogether() {
        Belief belief = Belief.of(Price.parse("0.5")).withOther(DRAW, Price.parse("0.3"));

        assertThat(belief.withOther(AWAY, Price.parse("0.2")).others())
                .containsExactly(
                        new Belief.Other(DRAW, Price.parse("0.3")), new Belief.Other(AWAY, Price.parse("0.2")));
        assertThatThrownBy(() -> belief.withOther(AWAY, Price.parse("0.200001")))
                .hasMessageContaining("1.000001");
        assertThatThrownBy(() -> belief.withOther(DRAW, Price.parse("0.1"))).hasMessageContaining("two probabilities");
    }

    @Test
    void aBeliefReadsAsASentence() {
        assertThat(Belief.of(0.5).withConfidence(0.8).withOther(DRAW, Price.parse("0.3")))
                .hasToString("0.5 with confidence 0.8 beside [venue:draw 0.3]");
    }
}
