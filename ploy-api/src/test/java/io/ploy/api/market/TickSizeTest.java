package io.ploy.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickSizeTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.01", "0.005", "0.0025", "0.001", "0.0001", "0.2", "0.000001"})
    void roundingGivesLegalPricesOnTheRightSide(String text) {
        TickSize tick = TickSize.parse(text);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            Price price = Price.ofMicros(random.nextLong(FixedPoint.ONE + 1));

            Price down = tick.floor(price);
            Price up = tick.ceil(price);

            assertThat(down.compareTo(price)).isNotPositive();
            assertThat(down.equals(Price.ZERO) || tick.admits(down)).isTrue();
            assertThat(up.equals(Price.ONE) || tick.admits(up)).isTrue();
            assertThat(price.isAbove(tick.highest()) || up.compareTo(price) >= 0)
                    .isTrue();
            assertThat(price.micros() - down.micros() < tick.micros() || price.isAbove(tick.highest()))
                    .isTrue();
        }
    }

    @Test
    void aModelsNumberThatIsAPriceButForItsLastBitIsThatPrice() {
        for (int cents = 1; cents < 100; cents++) {
            Price price = TickSize.CENT.price(cents);
            double justBelow = Math.nextDown(price.toDouble());
            double justAbove = Math.nextUp(price.toDouble());

            assertThat(TickSize.CENT.floor(justBelow)).isEqualTo(price);
            assertThat(TickSize.CENT.ceil(justAbove)).isEqualTo(price);
        }
        assertThat(TickSize.CENT.floor(0.4731)).isEqualTo(Price.parse("0.47"));
        assertThat(TickSize.CENT.ceil(0.4731)).isEqualTo(Price.parse("0.48"));
        assertThat(TickSize.CENT.floor(0.004)).isEqualTo(Price.ZERO);
        assertThat(TickSize.CENT.ceil(0.996)).isEqualTo(Price.ONE);
        assertThat(TickSize.CENT.floor(7)).isEqualTo(TickSize.CENT.highest());
        assertThat(TickSize.CENT.ceil(-7)).isEqualTo(TickSize.CENT.lowest());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNoPrice(double model) {
        assertThatThrownBy(() -> TickSize.CENT.floor(model)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TickSize.CENT.ceil(model)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-0.01", "0.3", "0.03", "2"})
    void aStepThatDoesNotDivideThePriceRangeIsRefused(String text) {
        assertThatThrownBy(() -> TickSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ticksCountFromNothing() {
        assertThat(TickSize.CENT.count()).isEqualTo(100);
        assertThat(TickSize.CENT.ticks(Price.parse("0.475"))).isEqualTo(47);
        assertThat(TickSize.CENT.admits(Price.parse("0.475"))).isFalse();
        assertThat(TickSize.CENT.admits(Price.ZERO)).isFalse();
        assertThat(TickSize.CENT.admits(Price.ONE)).isFalse();
        assertThat(TickSize.TENTH_CENT.compareTo(TickSize.CENT)).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.01", "0.005", "0.0025", "0.001", "0.0001", "0.5", "0.2", "0.000064", "0.000001"})
    void everyLegalPriceIsAdmittedAndIsItsOwnRounding(String text) {
        TickSize tick = TickSize.parse(text);
        int step = Math.max(1, tick.count() / 10_000);
        for (int ticks = 1; ticks < tick.count(); ticks += step) {
            Price price = tick.price(ticks);

            assertThat(tick.admits(price)).isTrue();
            assertThat(tick.ticks(price)).isEqualTo(ticks);
            assertThat(tick.floor(price)).isEqualTo(price);
            assertThat(tick.ceil(price)).isEqualTo(price);
            assertThat(tick.floor(price.toDouble())).isEqualTo(price);
            assertThat(tick.ceil(price.toDouble())).isEqualTo(price);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.01", "0.005", "0.0025", "0.001", "0.0001", "0.000064"})
    void aModelsNumberRoundsAsThePriceItIs(String text) {
        TickSize tick = TickSize.parse(text);
        new SplittableRandom(23)
                .longs(2_000, 0, FixedPoint.ONE + 1)
                .mapToObj(Price::ofMicros)
                .forEach(price -> {
                    assertThat(tick.floor(price.toDouble())).isEqualTo(tick.floor(price));
                    assertThat(tick.ceil(price.toDouble())).isEqualTo(tick.ceil(price));
                });
    }

    @Test
    void aNumberComputedJustOffAPriceIsThatPriceButOneFurtherOffIsNot() {
        assertThat(TickSize.CENT.floor(0.57 - 0.28)).isEqualTo(Price.parse("0.29"));
        assertThat(TickSize.CENT.ceil(0.1 + 0.2)).isEqualTo(Price.parse("0.3"));
        assertThat(TickSize.CENT.floor(0.29 - 1e-9)).isEqualTo(Price.parse("0.28"));
        assertThat(TickSize.CENT.ceil(0.29 + 1e-9)).isEqualTo(Price.parse("0.3"));
    }

    @Test
    void theLargestModelsNumbersStayInRange() {
        assertThat(TickSize.CENT.floor(Double.MAX_VALUE)).isEqualTo(TickSize.CENT.highest());
        assertThat(TickSize.CENT.ceil(Double.MAX_VALUE)).isEqualTo(Price.ONE);
        assertThat(TickSize.CENT.floor(-Double.MAX_VALUE)).isEqualTo(Price.ZERO);
        assertThat(TickSize.CENT.ceil(-0.0)).isEqualTo(TickSize.CENT.lowest());
        assertThat(TickSize.QUARTER_CENT).hasToString("0.0025");
    }
}
