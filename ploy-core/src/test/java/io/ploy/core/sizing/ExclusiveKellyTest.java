package io.ploy.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.core.allocation.Fraction;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ExclusiveKellyTest {
    private static final long[] PROBABILITIES = {500_000, 300_000, 150_000, 50_000};
    private static final long[] PRICES = {449_856, 277_884, 196_156, 134_524};
    private static final ExclusiveKelly INSURING = new ExclusiveKelly(Fraction.percent(25), Fraction.percent(10), true);

    /** An order for one of several outcomes. */
    private static Known order(long[] probabilities, long[] prices, int own, long bankroll) {
        Known known = Known.bet(probabilities[own], prices[own], bankroll);
        for (int i = 0; i < prices.length; i++) {
            if (i != own) {
                known.other(probabilities[i], prices[i]);
            }
        }
        return known;
    }

    /** The stake on each outcome as part of the bankroll, to twelve digits. */
    private static double[] stakes(long[] probabilities, long[] prices, boolean insuring) {
        double[] stakes = new double[prices.length];
        long bankroll = 1_000_000 * FixedPoint.ONE;
        for (int own = 0; own < prices.length; own++) {
            stakes[own] = ExclusiveStake.of(bankroll, order(probabilities, prices, own, bankroll), insuring)
                    / (double) bankroll;
        }
        return stakes;
    }

    @Test
    void anOutcomeWithoutAnEdgeInsuresTheOthersWhereItMay() {
        double[] stakes = stakes(PROBABILITIES, PRICES, true);

        assertThat(stakes[0]).isCloseTo(0.2044465468, within(1e-10));
        assertThat(stakes[1]).isCloseTo(0.1174314096, within(1e-10));
        assertThat(stakes[2]).isCloseTo(0.0211263534, within(1e-10));
        assertThat(stakes[3]).isZero();
    }

    @Test
    void anOutcomeWithoutAnEdgeIsLeftOutUnlessItMayInsure() {
        double[] stakes = stakes(PROBABILITIES, PRICES, false);

        assertThat(stakes[0]).isCloseTo(0.1695394109, within(1e-10));
        assertThat(stakes[1]).isCloseTo(0.0958686550, within(1e-10));
        assertThat(stakes[2]).isZero();
        assertThat(stakes[3]).isZero();
    }

    @Test
    void aQuarterOfTheStakesIsBought() {
        String[] usd = {"51.11", "29.36", "5.28"};
        for (int own = 0; own < usd.length; own++) {
            Quantity shares = new Sizer(INSURING)
                    .size(Quantity.ofShares(1_000), order(PROBABILITIES, PRICES, own, 1_000_000_000))
                    .quantity();

            Cash cost = Cash.ofMicros(
                    FixedPoint.mulDiv(shares.micros(), PRICES[own], FixedPoint.ONE, RoundingMode.CEILING));
            assertThat(cost.toDouble()).isCloseTo(Cash.parse(usd[own]).toDouble(), within(0.01));
        }
    }

    @Test
    void whatIsHeldIsTakenOff() {
        Sizer sizer = new Sizer(INSURING);
        Quantity asked = Quantity.ofShares(1_000);
        Known known = order(PROBABILITIES, PRICES, 0, 1_000_000_000);

        assertThat(sizer.size(asked, known.and(SizingInput.HELD_IN_OUTCOME, "11.11"))
                        .quantity())
                .as("40 USD are left of the outcome's stake")
                .isEqualTo(Quantity.parse("88.92"));
        assertThat(sizer.size(asked, known.and(SizingInput.HELD_IN_EVENT, "70")).quantity())
                .as("30 USD are left of the event's cap")
                .isEqualTo(Quantity.parse("66.68"));
        assertThat(sizer.size(asked, known.and(SizingInput.HELD_IN_EVENT, "100"))
                        .quantity())
                .isEqualTo(Quantity.ZERO);
        assertThat(sizer.size(
                                asked,
                                order(PROBABILITIES, PRICES, 0, 1_000_000_000)
                                        .and(SizingInput.HELD_IN_OUTCOME, "51.12"))
                        .quantity())
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void oneOutcomeOnItsOwnIsPlainKelly() {
        SplittableRandom random = new SplittableRandom(61);
        for (int i = 0; i < 2_000; i++) {
            Known known = Known.bet(
                    1 + random.nextLong(999_999), 1 + random.nextLong(999_999), random.nextLong(10_000_000_000L));
            long both = new ExclusiveKelly(Fraction.percent(25), Fraction.percent(5), false).shares(known);

            assertThat(both).isCloseTo(FractionalKelly.DEFAULT.shares(known), within(3 * roundingOf(known)));
        }
    }

    /** A micro of the stake is so many micro-shares. */
    private static long roundingOf(Known known) {
        return 1 + FixedPoint.ONE / known.value(SizingInput.ALL_IN);
    }

    @Test
    void outcomesWithoutAPriceAreLeftOutAndMakeNoOrderLarger() {
        Known known = Known.bet(500_000, 449_856, 1_000_000_000)
                .other(300_000, SizingInputs.ABSENT)
                .other(SizingInputs.ABSENT, 196_156)
                .other(50_000, 0)
                .other(2_000_000, 100_000)
                .other(50_000, 1_100_000);
        Quantity asked = Quantity.ofShares(1_000);

        assertThat(new Sizer(INSURING).size(asked, known).quantity())
                .isEqualTo(new Sizer(INSURING)
                        .size(asked, Known.bet(500_000, 449_856, 1_000_000_000))
                        .quantity())
                .isLessThan(new Sizer(INSURING)
                        .size(asked, order(PROBABILITIES, PRICES, 0, 1_000_000_000))
                        .quantity());
    }

    @Test
    void noOtherStakesLetTheBankrollGrowFaster() {
        SplittableRandom random = new SplittableRandom(62);
        for (int i = 0; i < 3_000; i++) {
            int outcomes = random.nextInt(1, 8);
            long[] probabilities = new long[outcomes];
            long[] prices = new long[outcomes];
            long left = 990_000;
            for (int k = 0; k < outcomes; k++) {
                probabilities[k] = 1_000 + random.nextLong(left / (outcomes - k + 1));
                left -= probabilities[k];
                prices[k] = Math.min(990_000, Math.max(1_000, probabilities[k] * random.nextLong(50, 160) / 100));
            }
            boolean insuring = random.nextBoolean();
            double[] best = stakes(probabilities, prices, insuring);
            double growth = growth(best, probabilities, prices);

            for (int k = 0; k < outcomes; k++) {
                for (double factor : new double[] {0.99, 1.01}) {
                    double[] other = best.clone();
                    other[k] *= factor;
                    assertThat(growth(other, probabilities, prices)).isLessThanOrEqualTo(growth + 1e-12);
                }
                if (best[k] == 0 && (insuring || probabilities[k] > prices[k])) {
                    double[] other = best.clone();
                    other[k] = 0.001;
                    assertThat(growth(other, probabilities, prices)).isLessThanOrEqualTo(growth + 1e-12);
                }
            }
        }
    }

    private static double growth(double[] stakes, long[] probabilities, long[] prices) {
        double staked = 0;
        double missing = 1;
        for (int k = 0; k < stakes.length; k++) {
            staked += stakes[k];
            missing -= probabilities[k] / 1e6;
        }
        double growth = missing * Math.log(1 - staked);
        for (int k = 0; k < stakes.length; k++) {
            growth += probabilities[k] / 1e6 * Math.log(1 - staked + stakes[k] / (prices[k] / 1e6));
        }
        return growth;
    }
}
