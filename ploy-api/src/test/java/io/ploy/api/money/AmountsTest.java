package io.ploy.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void aPriceLiesBetweenNothingAndOne() {
        assertThat(Price.parse("0.53").complement()).isEqualTo(Price.parse("0.47"));
        assertThat(Price.ofMicros(0)).isEqualTo(Price.ZERO);
        assertThat(Price.parse("0.4").isBelow(Price.parse("0.5"))).isTrue();
        assertThat(Price.parse("0.4").isAbove(Price.parse("0.4"))).isFalse();
        assertThat(Price.parse("0.25").toDouble()).isEqualTo(0.25);
        assertThatThrownBy(() -> Price.ofMicros(1_000_001)).hasMessageContaining("1.000001");
        assertThatThrownBy(() -> Price.parse("-0.01")).hasMessageContaining("-0.01");
    }

    @Test
    void complementTwiceIsTheSamePrice() {
        new SplittableRandom(3)
                .longs(1_000, 0, FixedPoint.ONE + 1)
                .mapToObj(Price::ofMicros)
                .forEach(price -> assertThat(price.complement().complement()).isEqualTo(price));
    }

    @Test
    void quantitiesAreNeverNegativeAndNeverWrap() {
        Quantity ten = Quantity.ofShares(10);

        assertThat(ten.plus(Quantity.parse("2.5")).minus(Quantity.ofShares(12))).hasToString("0.5");
        assertThat(ten.minusOrZero(Quantity.ofShares(11))).isEqualTo(Quantity.ZERO);
        assertThat(Quantity.parse("12.349").floorToLot()).isEqualTo(Quantity.parse("12.34"));
        assertThat(ten.times(1, 3)).isEqualTo(Quantity.ofMicros(3_333_333));
        assertThat(ten.min(Quantity.ZERO).isZero()).isTrue();
        assertThatThrownBy(() -> ten.minus(Quantity.ofShares(11))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantity.ofShares(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Quantity.ofMicros(Long.MAX_VALUE).plus(ten)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void cashIsSignedAndNeverWraps() {
        Cash three = Cash.ofUsd(3);

        assertThat(three.minus(Cash.parse("4.25"))).isEqualTo(Cash.parse("-1.25"));
        assertThat(three.negate().isNegative()).isTrue();
        assertThat(three.max(Cash.ZERO)).isEqualTo(three);
        assertThat(three.min(Cash.ZERO)).isEqualTo(Cash.ZERO);
        assertThat(three.toDouble()).isEqualTo(3.0);
        assertThatThrownBy(() -> Cash.ofMicros(Long.MIN_VALUE).negate()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Cash.ofMicros(Long.MAX_VALUE).plus(three)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsPaidRoundsUpAndWhatIsReceivedDown() {
        Price price = Price.ofMicros(333_333);
        Quantity quantity = Quantity.ofMicros(10_001);

        assertThat(Cash.notional(price, quantity, RoundingMode.CEILING)).isEqualTo(Cash.ofMicros(3_334));
        assertThat(Cash.notional(price, quantity, RoundingMode.FLOOR)).isEqualTo(Cash.ofMicros(3_333));
    }

    @Test
    void amountsAreOrderedByTheirSize() {
        assertThat(Cash.parse("-3")).isLessThan(Cash.parse("-2.999999"));
        assertThat(Price.parse("0.1")).isLessThan(Price.parse("0.100001"));
        assertThat(Quantity.parse("9")).isLessThan(Quantity.parse("10"));
        assertThat(Quantity.LOT.isBelow(Quantity.ofMicros(10_001))).isTrue();
        assertThat(Quantity.LOT.isBelow(Quantity.LOT)).isFalse();
        assertThat(Quantity.parse("12.5").toDouble()).isEqualTo(12.5);
    }

    @Test
    void equalAmountsAreEqualHoweverTheyWereWritten() {
        assertThat(Price.parse("0.50")).isEqualTo(Price.parse(".5")).hasSameHashCodeAs(Price.parse(".5"));
        assertThat(Cash.parse("1.0")).isEqualTo(Cash.ofUsd(1)).hasToString("1");
        assertThat(Quantity.parse("2.500000")).hasToString("2.5");
    }

    @Test
    void theEndsOfEachRangeAreLegalAndTheNextMicroIsNot() {
        assertThat(Price.parse("0")).isEqualTo(Price.ZERO);
        assertThat(Price.parse("1")).isEqualTo(Price.ONE);
        assertThat(Quantity.ofMicros(Long.MAX_VALUE).micros()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> Price.ofMicros(-1)).hasMessageContaining("-0.000001");
        assertThatThrownBy(() -> Quantity.ofMicros(-1)).hasMessageContaining("-0.000001");
        assertThatThrownBy(() -> Quantity.parse("-5")).hasMessageContaining("-5");
        assertThatThrownBy(() -> Cash.ofUsd(9_223_372_036_855L)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Cash.ofMicros(Long.MIN_VALUE).minus(Cash.ofMicros(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Quantity.ofMicros(Long.MAX_VALUE).times(3, 2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theTwoRoundingsOfANotionalEncloseTheExactOneWithinAMicro() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 5_000; i++) {
            Price price = Price.ofMicros(random.nextLong(FixedPoint.ONE + 1));
            Quantity quantity = Quantity.ofMicros(random.nextLong(Long.MAX_VALUE) >> random.nextInt(60));
            BigDecimal exact = BigDecimal.valueOf(price.micros(), 6).multiply(BigDecimal.valueOf(quantity.micros(), 6));

            Cash paid = Cash.notional(price, quantity, RoundingMode.CEILING);
            Cash received = Cash.notional(price, quantity, RoundingMode.FLOOR);

            assertThat(BigDecimal.valueOf(paid.micros(), 6)).isGreaterThanOrEqualTo(exact);
            assertThat(BigDecimal.valueOf(received.micros(), 6)).isLessThanOrEqualTo(exact);
            assertThat(paid.micros() - received.micros()).isBetween(0L, 1L);
        }
    }

    @Test
    void aLotNeverExceedsWhatItIsCutFromAndLosesLessThanOne() {
        new SplittableRandom(17)
                .longs(1_000, 0, Long.MAX_VALUE)
                .mapToObj(Quantity::ofMicros)
                .forEach(quantity -> {
                    Quantity lots = quantity.floorToLot();

                    assertThat(lots.micros() % Quantity.LOT.micros()).isZero();
                    assertThat(quantity.minus(lots)).isLessThan(Quantity.LOT);
                });
    }
}
