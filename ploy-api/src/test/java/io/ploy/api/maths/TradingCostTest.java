package io.ploy.api.maths;

import static io.ploy.api.maths.Near.near;
import static io.ploy.api.maths.Near.rounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCostTest {
    private static final FeeSchedule SEVEN = FeeSchedule.takerRate("0.07");
    private static final FeeSchedule SQUARED = new FeeSchedule(250_000, 2, true);

    @ParameterizedTest
    @CsvSource({
        "100, 0.50, 70000, 1, 1.75",
        "100, 0.10, 70000, 1, 0.63",
        "100, 0.35, 70000, 1, 1.5925",
        "100, 0.50, 50000, 1, 1.25",
        "100, 0.50, 250000, 2, 1.5625",
        "100, 0.30, 250000, 2, 1.1025",
        "5, 0.01, 40000, 1, 0.00198",
        "20, 0.62, 70000, 1, 0.32984",
        "250, 0.137, 40000, 1, 1.18231",
    })
    void theFeePerShareIsTheOrdersFee(long shares, String price, long rate, int exponent, double expected) {
        FeeSchedule fees = new FeeSchedule(rate, exponent, true);
        double q = Double.parseDouble(price);

        near(shares * TradingCost.takerFee(fees, q), expected);
        near(
                fees.takerFee(Price.parse(price), Quantity.ofShares(shares), RoundingMode.CEILING)
                        .toDouble(),
                expected);
    }

    @ParameterizedTest
    @CsvSource({"0.35, 0.365925", "0.50, 0.5175", "0.90, 0.9063", "0.97, 0.972037"})
    void aTakerPaysTheFeeOnTop(double price, double expected) {
        near(TradingCost.allIn(SEVEN, price), expected);
        near(TradingCost.makerAllIn(SEVEN, price), price);
        near(TradingCost.makerAllIn(new FeeSchedule(70_000, 1, false), price), expected);
    }

    @Test
    void theHighestPriceForACostHasTheTableValues() {
        near(TradingCost.priceForAllIn(SEVEN, 0.365925), 0.35);
        near(TradingCost.priceForAllIn(SEVEN, 0.565), 0.547658996597);
        near(TradingCost.priceForAllIn(SQUARED, 0.565), 0.549682014694);
    }

    @Test
    void theBreakEvenBidHasTheTableValues() {
        near(TradingCost.bidForNet(SEVEN, TradingCost.allIn(SEVEN, 0.35)), 0.382457869326);
        near(TradingCost.bidForNet(SEVEN, TradingCost.allIn(SEVEN, 0.50)), 0.534914667619);
    }

    @Test
    void theDumpAndHedgeNumbersFollow() {
        double first = TradingCost.allIn(SEVEN, 0.38);

        rounded(first, 0.396492, 6);
        rounded(TradingCost.priceForAllIn(SEVEN, 1 - first - 0.02), 0.566316, 6);
        rounded(TradingCost.makerPriceForAllIn(SEVEN, 1 - first - 0.02), 0.583508, 6);
        rounded(TradingCost.priceForAllIn(SEVEN, 1 - first + 0.03), 0.616966, 6);
        rounded(first + TradingCost.allIn(SEVEN, 0.55), 0.963817, 6);
    }

    @Test
    void inversesUndoCostAndProceedsForEverySchedule() {
        SplittableRandom random = new SplittableRandom(29);
        List<FeeSchedule> schedules = List.of(
                FeeSchedule.FREE,
                SEVEN,
                SQUARED,
                new FeeSchedule(20_000, 0, true),
                new FeeSchedule(900_000, 3, false),
                new FeeSchedule(1_000_000, 1, true));

        for (FeeSchedule fees : schedules) {
            for (int i = 0; i < 2_000; i++) {
                double price = random.nextDouble(0.03, 0.97);

                assertThat(TradingCost.priceForAllIn(fees, TradingCost.allIn(fees, price)))
                        .isCloseTo(price, within(1e-11));
                assertThat(TradingCost.bidForNet(fees, TradingCost.net(fees, price)))
                        .isCloseTo(price, within(1e-11));
            }
        }
    }

    @Test
    void noPriceIsLowEnoughForNothingAndEveryPriceForOne() {
        assertThat(TradingCost.priceForAllIn(SEVEN, -0.2)).isZero();
        assertThat(TradingCost.priceForAllIn(SEVEN, 1)).isEqualTo(1);
        assertThat(TradingCost.priceForAllIn(SEVEN, 1.4)).isEqualTo(1);
        assertThat(TradingCost.bidForNet(SEVEN, 1.1)).isEqualTo(1);
        assertThat(TradingCost.bidForNet(SEVEN, -0.1)).isZero();
    }

    @Test
    void aScheduleThatTurnsCostAroundIsFound() {
        assertThat(TradingCost.isMonotone(FeeSchedule.FREE)).isTrue();
        assertThat(TradingCost.isMonotone(SEVEN)).isTrue();
        assertThat(TradingCost.isMonotone(SQUARED)).isTrue();
        assertThat(TradingCost.isMonotone(new FeeSchedule(1_000_000, 0, true))).isTrue();
        assertThat(TradingCost.isMonotone(new FeeSchedule(1_000_000, 1, true))).isFalse();
        assertThat(TradingCost.isMonotone(new FeeSchedule(1_000_000, 4, true))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.01, 1.01, Double.POSITIVE_INFINITY})
    void whatIsNoPriceIsRefused(double price) {
        assertThatIllegalArgumentException().isThrownBy(() -> TradingCost.allIn(SEVEN, price));
        assertThatIllegalArgumentException().isThrownBy(() -> TradingCost.makerAllIn(SEVEN, price));
        assertThatIllegalArgumentException().isThrownBy(() -> TradingCost.net(SEVEN, price));
        assertThatIllegalArgumentException().isThrownBy(() -> TradingCost.priceForAllIn(SEVEN, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> TradingCost.makerPriceForAllIn(SEVEN, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> TradingCost.bidForNet(SEVEN, Double.NaN));
    }
}
