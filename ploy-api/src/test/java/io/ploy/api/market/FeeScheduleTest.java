package io.ploy.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FeeScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "0.07, 1, 100, 0.50,  1.75",
        "0.07, 1, 100, 0.10,  0.63",
        "0.07, 1, 100, 0.35,  1.5925",
        "0.05, 1, 100, 0.50,  1.25",
        "0.25, 2, 100, 0.50,  1.5625",
        "0.25, 2, 100, 0.30,  1.1025",
        "0.04, 1,   5, 0.01,  0.00198",
        "0.07, 1,  20, 0.62,  0.32984",
        "0.04, 1, 250, 0.137, 1.18231"
    })
    void theVenuesFormulaGivesTheKnownFees(String rate, int exponent, String shares, String price, String fee) {
        FeeSchedule schedule = new FeeSchedule(FixedPoint.parse(rate), exponent, true);

        Cash charged = schedule.takerFee(Price.parse(price), Quantity.parse(shares), RoundingMode.HALF_EVEN);

        assertThat(charged).isEqualTo(Cash.parse(fee));
    }

    @Test
    void everyFeeEqualsTheExactOneRoundedOnce() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 20_000; i++) {
            FeeSchedule schedule = new FeeSchedule(random.nextLong(1_000_001), random.nextInt(5), true);
            Price price = Price.ofMicros(
                    random.nextLong(FixedPoint.ONE + 1) / (i % 3 == 0 ? 1 : 10_000) * (i % 3 == 0 ? 1 : 10_000));
            Quantity quantity = Quantity.ofMicros(random.nextLong(1_000_000_000_000L) >> random.nextInt(40));
            BigDecimal p = BigDecimal.valueOf(price.micros(), 6);
            BigDecimal exact = BigDecimal.valueOf(quantity.micros(), 6)
                    .multiply(BigDecimal.valueOf(schedule.rateMicros(), 6))
                    .multiply(p.multiply(BigDecimal.ONE.subtract(p)).pow(schedule.exponent()));
            BigDecimal expected = exact.compareTo(new BigDecimal("0.00001")) < 0
                    ? BigDecimal.ZERO
                    : exact.setScale(5, RoundingMode.CEILING);

            Cash fee = schedule.takerFee(price, quantity, RoundingMode.CEILING);

            assertThat(BigDecimal.valueOf(fee.micros(), 6)).isEqualByComparingTo(expected);
        }
    }

    @Test
    void makersPayOnlyWhereTheScheduleSaysSo() {
        Price half = Price.parse("0.5");
        Quantity shares = Quantity.ofShares(100);

        assertThat(FeeSchedule.takerRate("0.07").makerFee(half, shares, RoundingMode.CEILING))
                .isEqualTo(Cash.ZERO);
        assertThat(new FeeSchedule(70_000, 1, false).makerFee(half, shares, RoundingMode.CEILING))
                .isEqualTo(Cash.parse("1.75"));
        assertThat(FeeSchedule.FREE.takerFee(half, shares, RoundingMode.CEILING))
                .isEqualTo(Cash.ZERO);
        assertThatThrownBy(() -> new FeeSchedule(-1, 1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FeeSchedule(1, 5, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void feesRoundAsBigDecimalDoes(RoundingMode rounding) {
        SplittableRandom random = new SplittableRandom(19);
        for (int i = 0; i < 3_000; i++) {
            FeeSchedule schedule = new FeeSchedule(random.nextLong(1, 1_000_001), 1 + i % 2, true);
            Price price = Price.ofMicros(random.nextLong(1, 1_000) * 1_000);
            Quantity quantity = Quantity.ofMicros(random.nextLong(1, 1_000_000_000));
            BigDecimal p = BigDecimal.valueOf(price.micros(), 6);
            BigDecimal exact = BigDecimal.valueOf(quantity.micros(), 6)
                    .multiply(BigDecimal.valueOf(schedule.rateMicros(), 6))
                    .multiply(p.multiply(BigDecimal.ONE.subtract(p)).pow(schedule.exponent()));
            BigDecimal expected =
                    exact.compareTo(new BigDecimal("0.00001")) < 0 ? BigDecimal.ZERO : exact.setScale(5, rounding);

            Cash fee = schedule.takerFee(price, quantity, rounding);

            assertThat(BigDecimal.valueOf(fee.micros(), 6)).isEqualByComparingTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.000399, 0", "1, 0.0004, 0.00001", "2, 0.001599, 0", "2, 0.0016, 0.00001"})
    void aFeeBelowTheVenuesSmallestIsNotChargedEvenRoundedUp(int exponent, String shares, String fee) {
        FeeSchedule schedule = new FeeSchedule(100_000, exponent, true);

        Cash charged = schedule.takerFee(Price.parse("0.5"), Quantity.parse(shares), RoundingMode.CEILING);

        assertThat(charged).isEqualTo(Cash.parse(fee));
    }

    @Test
    void aCertainOutcomeAndNoSharesCostNoFee() {
        FeeSchedule schedule = FeeSchedule.takerRate("0.07");

        assertThat(schedule.takerFee(Price.ZERO, Quantity.ofShares(100), RoundingMode.CEILING))
                .isEqualTo(Cash.ZERO);
        assertThat(schedule.takerFee(Price.ONE, Quantity.ofShares(100), RoundingMode.CEILING))
                .isEqualTo(Cash.ZERO);
        assertThat(schedule.takerFee(Price.parse("0.5"), Quantity.ZERO, RoundingMode.CEILING))
                .isEqualTo(Cash.ZERO);
    }

    @Test
    void anOutcomeAndItsOppositeCostTheSameFee() {
        FeeSchedule schedule = FeeSchedule.takerRate("0.07");
        Quantity shares = Quantity.parse("37.25");
        for (int cents = 1; cents < 100; cents++) {
            Price price = TickSize.CENT.price(cents);

            assertThat(schedule.takerFee(price, shares, RoundingMode.CEILING))
                    .isEqualTo(schedule.takerFee(price.complement(), shares, RoundingMode.CEILING));
        }
    }

    @Test
    void theLargestQuantityStillHasItsExactFee() {
        FeeSchedule schedule = FeeSchedule.takerRate("1");

        Cash fee = schedule.takerFee(Price.parse("0.5"), Quantity.ofMicros(Long.MAX_VALUE), RoundingMode.DOWN);

        assertThat(fee).isEqualTo(Cash.ofMicros(Long.MAX_VALUE / 40 * 10));
    }

    @Test
    void aScheduleSaysWhatItCharges() {
        assertThat(FeeSchedule.takerRate("0.07")).hasToString("rate 0.07 exponent 1 taker only");
        assertThat(new FeeSchedule(250_000, 2, false)).hasToString("rate 0.25 exponent 2");
        assertThatThrownBy(() -> FeeSchedule.takerRate("1.000001")).hasMessageContaining("1.000001");
        assertThatThrownBy(() -> new FeeSchedule(1, -1, true)).hasMessageContaining("-1");
    }
}
