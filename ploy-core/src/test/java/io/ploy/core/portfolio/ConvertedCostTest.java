package io.ploy.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConvertedCostTest {
    private static long sum(int parts, IntToLongFunction part) {
        return IntStream.range(0, parts).mapToLong(part).sum();
    }

    @Test
    void whatLeavesIsWhatComesAndCashAndNothingIsBelowZero() {
        SplittableRandom random = new SplittableRandom(5);
        for (int run = 0; run < 20_000; run++) {
            int given = 1 + random.nextInt(6);
            int received = random.nextInt(6);
            long bound = random.nextBoolean() ? 10 : 100_000_000;
            long[] cost = random.longs(given, 0, bound).toArray();
            long[] fees = random.longs(given, 0, random.nextBoolean() ? 1 : bound / 8 + 1)
                    .toArray();
            long cash = random.nextLong(bound * given);

            ConvertedCost moved = new ConvertedCost(cost, fees, cash, received);

            assertThat(sum(given, moved::leavingValue)).isEqualTo(sum(received, moved::comingCost) + cash);
            assertThat(sum(given, moved::leavingFees)).isEqualTo(sum(received, moved::comingFees));
            for (int i = 0; i < given; i++) {
                assertThat(moved.leavingValue(i)).isNotNegative();
                assertThat(moved.leavingFees(i)).isBetween(0L, fees[i]);
            }
            for (int i = 0; i < received; i++) {
                assertThat(moved.comingCost(i)).isNotNegative();
                assertThat(moved.comingFees(i)).isNotNegative();
            }
        }
    }

    @Test
    void cashIsPaidOffCostFirstAndThenOffFees() {
        ConvertedCost cheap = new ConvertedCost(new long[] {60, 30}, new long[] {6, 4}, 95, 1);

        assertThat(cheap.comingCost(0)).isZero();
        assertThat(cheap.comingFees(0)).isEqualTo(5);
        assertThat(cheap.leavingValue(0) + cheap.leavingValue(1)).isEqualTo(95);
    }

    @Test
    void moreCashThanCostAndFeesIsProfitAndCarriesNothing() {
        ConvertedCost gift = new ConvertedCost(new long[] {60, 30}, new long[] {6, 4}, 120, 2);

        assertThat(gift.leavingValue(0)).isEqualTo(80);
        assertThat(gift.leavingValue(1)).isEqualTo(40);
        assertThat(gift.comingCost(0) + gift.comingCost(1) + gift.comingFees(0) + gift.comingFees(1))
                .isZero();
    }

    @Test
    void allOfTheCostIsRealisedWhereNothingIsReceived() {
        ConvertedCost whole = new ConvertedCost(new long[] {600, 300, 100}, new long[] {6, 4, 0}, 500, 0);

        assertThat(whole.leavingValue(0)).isEqualTo(300);
        assertThat(whole.leavingValue(1)).isEqualTo(150);
        assertThat(whole.leavingValue(2)).isEqualTo(50);
        assertThat(whole.leavingFees(0)).isZero();
    }
}
