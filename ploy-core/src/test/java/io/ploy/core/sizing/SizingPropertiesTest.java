package io.ploy.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.core.allocation.Fraction;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SizingPropertiesTest {
    private static final int DAYS = 4_000;

    /** The figures that make an order smaller when they fall. */
    private static final List<SizingInput> MORE_IS_MORE = List.of(
            SizingInput.PROBABILITY,
            SizingInput.CONFIDENCE,
            SizingInput.BANKROLL,
            SizingInput.EQUITY,
            SizingInput.BALANCE,
            SizingInput.DRAWDOWN_LIMIT);

    /** The figures that make an order smaller when they rise. */
    private static final List<SizingInput> MORE_IS_LESS = List.of(
            SizingInput.ALL_IN,
            SizingInput.SLOTS_OF_OTHERS,
            SizingInput.USED_BY_SLOT,
            SizingInput.DRAWDOWN,
            SizingInput.HELD_IN_OUTCOME,
            SizingInput.HELD_IN_EVENT);

    private final SplittableRandom random = new SplittableRandom(71);

    private SizingPolicy anyPolicy() {
        Fraction some = new Fraction(1 + random.nextLong(1_000_000));
        Fraction cap = new Fraction(1 + random.nextLong(1_000_000));
        Cash amount = Cash.ofMicros(1 + random.nextLong(100_000_000));
        return switch (random.nextInt(8)) {
            case 0 -> new FixedShares(Quantity.ofMicros(10_000 * (1 + random.nextLong(10_000))));
            case 1 -> new FixedNotional(amount);
            case 2 -> new PercentOfEquity(some);
            case 3 -> new FractionalKelly(some, cap);
            case 4 -> new ExclusiveKelly(some, cap, random.nextBoolean());
            case 5 -> new FundSlots(1 + random.nextInt(10), cap, amount);
            case 6 -> new DrawdownScaled(new FractionalKelly(some, cap));
            default -> new DrawdownScaled(new ExclusiveKelly(some, cap, random.nextBoolean()));
        };
    }

    private Known anything() {
        Known known = Known.bet(
                        1 + random.nextLong(600_000), 1 + random.nextLong(999_999), random.nextLong(10_000_000_000L))
                .and(SizingInput.CONFIDENCE, random.nextLong(1_000_001))
                .and(SizingInput.EQUITY, random.nextLong(-1_000_000, 10_000_000_000L))
                .and(SizingInput.BALANCE, random.nextLong(10_000_000_000L))
                .and(SizingInput.SLOTS_OF_OTHERS, random.nextInt(8))
                .and(SizingInput.USED_BY_SLOT, random.nextLong(1_000_000_000))
                .and(SizingInput.DRAWDOWN, random.nextLong(50_000_000))
                .and(SizingInput.DRAWDOWN_LIMIT, 1 + random.nextLong(100_000_000))
                .and(SizingInput.HELD_IN_OUTCOME, random.nextBoolean() ? 0 : random.nextLong(100_000_000))
                .and(SizingInput.HELD_IN_EVENT, random.nextBoolean() ? 0 : random.nextLong(100_000_000));
        for (int others = random.nextInt(4); others > 0; others--) {
            known.other(1 + random.nextLong(133_000), 1 + random.nextLong(400_000));
        }
        return known;
    }

    private Quantity anyRequest() {
        return Quantity.ofMicros(10_000 * (1 + random.nextLong(1_000_000)));
    }

    @Test
    void anOrderIsNeverLargerThanAskedForAndInWholeLots() {
        for (int i = 0; i < DAYS; i++) {
            Quantity asked = anyRequest();

            Quantity sized = new Sizer(anyPolicy()).size(asked, anything()).quantity();

            assertThat(sized).isLessThanOrEqualTo(asked);
            assertThat(sized.floorToLot()).isEqualTo(sized);
        }
    }

    @Test
    void aWorseFigureNeverMakesAnOrderLarger() {
        int smaller = 0;
        for (int i = 0; i < DAYS; i++) {
            Sizer sizer = new Sizer(anyPolicy());
            Known known = anything();
            Quantity asked = anyRequest();
            Sizing before = sizer.size(asked, known);
            List<SizingInput> needs = sizer.policy().needs();

            for (SizingInput input : needs) {
                long was = known.value(input);
                long worse = worse(input, was);
                if (worse != was) {
                    Sizing after = sizer.size(asked, known.and(input, worse));
                    assertThat(after.quantity())
                            .as("%s, with another %s: %s", before, input, after)
                            .isLessThanOrEqualTo(before.quantity());
                    smaller += after.quantity().isBelow(before.quantity()) ? 1 : 0;
                    known.and(input, was);
                }
            }
        }
        assertThat(smaller).as("the property is not empty").isGreaterThan(DAYS / 2);
    }

    private long worse(SizingInput input, long was) {
        if (MORE_IS_MORE.contains(input)) {
            long least = input == SizingInput.PROBABILITY || input == SizingInput.DRAWDOWN_LIMIT ? 1 : 0;
            return was <= least ? was : random.nextBoolean() ? was - 1 : random.nextLong(least, was);
        }
        return MORE_IS_LESS.contains(input) ? was + (random.nextBoolean() ? 1 : random.nextLong(300_000)) : was;
    }

    @Test
    void noStakeIsAboveItsCap() {
        Quantity most = Quantity.ofShares(100_000_000);
        for (int i = 0; i < DAYS; i++) {
            Known known = anything();
            Fraction cap = new Fraction(1 + random.nextLong(200_000));
            long bankroll = known.value(SizingInput.BANKROLL);

            long kelly = cost(new FractionalKelly(Fraction.WHOLE, cap), most, known);
            long exclusive = cost(new ExclusiveKelly(Fraction.WHOLE, cap, true), most, known);
            long percent = cost(new PercentOfEquity(cap), most, known);
            long amount = cost(FixedNotional.DEFAULT, most, known);

            assertThat(kelly).isLessThanOrEqualTo(cap.of(bankroll));
            assertThat(exclusive)
                    .isLessThanOrEqualTo(Math.max(0, cap.of(bankroll) - known.value(SizingInput.HELD_IN_EVENT)));
            assertThat(percent).isLessThanOrEqualTo(cap.of(known.value(SizingInput.EQUITY)));
            assertThat(amount).isLessThanOrEqualTo(10_000_000);
        }
    }

    private static long cost(SizingPolicy policy, Quantity most, Known known) {
        return FixedPoint.mulDiv(
                new Sizer(policy).size(most, known).quantity().micros(),
                known.value(SizingInput.ALL_IN),
                FixedPoint.ONE,
                RoundingMode.CEILING);
    }
}
