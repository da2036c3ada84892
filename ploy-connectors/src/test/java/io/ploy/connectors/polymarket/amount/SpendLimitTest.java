package io.ploy.connectors.polymarket.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendLimitTest {
    private static final Cash CENT = Cash.ofMicros(10_000);

    @Test
    void publishedExampleComesOut() {
        SpendLimit rule = new SpendLimit(FeeSchedule.takerRate("0.04"), 0);
        Price price = Price.parse("0.57");

        Cash largest = rule.largest(Cash.ofUsd(10), price);

        assertThat(largest).isEqualTo(Cash.parse("9.83"));
        assertThat(rule.total(largest, price, price)).isEqualTo(Cash.parse("9.99908"));
    }

    @Test
    void withoutFeesTheLimitIsSpentToTheCent() {
        SpendLimit rule = new SpendLimit(FeeSchedule.FREE, 0);

        assertThat(rule.largest(Cash.parse("10.019999"), Price.parse("0.5"))).isEqualTo(Cash.parse("10.01"));
        assertThat(rule.largest(Cash.ZERO, Price.parse("0.5"))).isEqualTo(Cash.ZERO);
    }

    @Test
    void builderTakesItsShareOfTheNotional() {
        SpendLimit rule = new SpendLimit(FeeSchedule.FREE, 10_000);

        assertThat(rule.largest(Cash.parse("10.10"), Price.parse("0.5"))).isEqualTo(Cash.ofUsd(10));
        assertThat(rule.largest(Cash.parse("10.099999"), Price.parse("0.5"))).isEqualTo(Cash.parse("9.99"));
    }

    @Test
    void lastCentIsGivenUpWhenRoundedFeesWouldExceedTheLimit() {
        SpendLimit rule = new SpendLimit(FeeSchedule.takerRate("0.07"), 0);
        Price price = Price.parse("0.9999");
        // 1 pUSD pays a fee of 0.000007, charged as 0.00001.
        Cash justTooLittle = Cash.parse("1.000008");

        assertThat(rule.largest(justTooLittle, price)).isEqualTo(Cash.parse("0.99"));
        assertThat(rule.largest(Cash.parse("1.00001"), price)).isEqualTo(Cash.ofUsd(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void totalStaysWithinTheLimitAndACentMoreWouldNot(int exponent) {
        SplittableRandom random = new SplittableRandom(7 + exponent);
        for (int i = 0; i < 5_000; i++) {
            SpendLimit rule = new SpendLimit(
                    new FeeSchedule(random.nextLong(0, 300_001), exponent, true), random.nextLong(0, 10_001));
            Cash maximum = Cash.ofMicros(random.nextLong(0, 1L << random.nextInt(1, 52)));
            Price best = Price.ofMicros(100 * random.nextLong(1, 10_000));
            Price limit = Price.ofMicros(100 * random.nextLong(best.micros() / 100, 10_000));

            Cash largest = rule.largest(maximum, best, limit);

            assertThat(largest.micros() % 10_000).isZero();
            assertThat(rule.total(largest, best, limit)).isLessThanOrEqualTo(maximum);
            assertThat(rule.total(largest.plus(CENT), best, limit)).isGreaterThan(maximum);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void totalBoundsWhatAFillAtAnyPriceBetweenCosts(int exponent) {
        SplittableRandom random = new SplittableRandom(70 + exponent);
        for (int i = 0; i < 5_000; i++) {
            FeeSchedule fees = new FeeSchedule(random.nextLong(0, 300_001), exponent, true);
            Price best = Price.ofMicros(100 * random.nextLong(1, 10_000));
            Price limit = Price.ofMicros(100 * random.nextLong(best.micros() / 100, 10_000));
            Price fill = Price.ofMicros(100 * random.nextLong(best.micros() / 100, limit.micros() / 100 + 1));
            Cash cash = Cash.ofMicros(10_000 * random.nextLong(1, 1L << random.nextInt(1, 30)));
            Quantity shares = Quantity.ofMicros(cash.micros()).times(Price.ONE.micros(), fill.micros());

            Cash paid = cash.plus(fees.takerFee(fill, shares, RoundingMode.CEILING));

            assertThat(paid).isLessThanOrEqualTo(new SpendLimit(fees, 0).total(cash, best, limit));
        }
    }

    @Test
    void betterPriceCanCostMoreInAllWhichTheRangeAllowsFor() {
        SpendLimit rule = new SpendLimit(FeeSchedule.takerRate("0.07"), 0);
        Price best = Price.parse("0.30");
        Price limit = Price.parse("0.57");

        Cash atTheLimit = rule.largest(Cash.ofUsd(100), limit);
        Cash anywhere = rule.largest(Cash.ofUsd(100), best, limit);

        assertThat(rule.total(atTheLimit, best, best)).isGreaterThan(Cash.ofUsd(100));
        assertThat(rule.total(anywhere, best, best)).isLessThanOrEqualTo(Cash.ofUsd(100));
    }

    @Test
    void whatCannotBeIsRefused() {
        SpendLimit rule = new SpendLimit(FeeSchedule.FREE, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpendLimit(FeeSchedule.FREE, -1))
                .withMessage("builder rate outside [0, 1]: -0.000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpendLimit(FeeSchedule.FREE, 1_000_001))
                .withMessage("builder rate outside [0, 1]: 1.000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.largest(Cash.parse("-0.01"), Price.parse("0.5")))
                .withMessage("a maximum below zero: -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.largest(Cash.ofUsd(1), Price.ZERO))
                .withMessage("no prices from above 0 to a limit: 0 to 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.largest(Cash.ofUsd(1), Price.parse("0.6"), Price.parse("0.5")))
                .withMessage("no prices from above 0 to a limit: 0.6 to 0.5");
    }
}
