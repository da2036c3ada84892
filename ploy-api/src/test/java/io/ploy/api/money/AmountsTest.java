package io.ploy.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
