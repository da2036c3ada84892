package io.ploy.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.core.sizing.Sizing.Figure;
import io.ploy.core.sizing.Sizing.Verdict;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SizerTest {
    static List<SizingPolicy> policies() {
        return List.of(
                FixedShares.DEFAULT,
                FixedNotional.DEFAULT,
                PercentOfEquity.DEFAULT,
                FractionalKelly.DEFAULT,
                ExclusiveKelly.DEFAULT,
                FundSlots.DEFAULT,
                DrawdownScaled.DEFAULT,
                new DrawdownScaled(ExclusiveKelly.DEFAULT));
    }

    private static Known everything() {
        return Known.bet(600_000, 517_500, 1_000_000_000)
                .and(SizingInput.EQUITY, "2500")
                .and(SizingInput.BALANCE, "1200")
                .and(SizingInput.SLOTS_OF_OTHERS, 1)
                .and(SizingInput.USED_BY_SLOT, "0")
                .and(SizingInput.DRAWDOWN, "10")
                .and(SizingInput.DRAWDOWN_LIMIT, "50")
                .other(200_000, 250_000)
                .other(100_000, SizingInputs.ABSENT);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void whatIsNotKnownRefusesTheOrder(SizingPolicy policy) {
        Sizer sizer = new Sizer(policy);

        assertThat(sizer.size(Quantity.ofShares(1_000), everything()).verdict()).isEqualTo(Verdict.SMALLER);
        for (SizingInput need : policy.needs()) {
            Sizing sizing = sizer.size(Quantity.ofShares(1_000), everything().without(need));

            assertThat(sizing.verdict()).isEqualTo(Verdict.INPUT_MISSING);
            assertThat(sizing.missing()).contains(need);
            assertThat(sizing.quantity()).isEqualTo(Quantity.ZERO);
            assertThat(sizing.toString()).contains("no usable " + need);
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void whatIsOutsideItsRangeIsAsGoodAsNotKnown(SizingPolicy policy) {
        Sizer sizer = new Sizer(policy);

        for (SizingInput need : policy.needs()) {
            assertThat(sizer.size(Quantity.ofShares(1_000), everything().and(need, Long.MIN_VALUE + 1))
                            .missing())
                    .isEqualTo(money(need) ? Optional.empty() : Optional.of(need));
        }
    }

    private static boolean money(SizingInput input) {
        return List.of(SizingInput.EQUITY, SizingInput.BANKROLL, SizingInput.BALANCE)
                .contains(input);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void noOrderBecomesLarger(SizingPolicy policy) {
        Sizer sizer = new Sizer(policy);

        for (String requested : new String[] {"0.01", "0.014", "5", "1000"}) {
            Quantity asked = Quantity.parse(requested);
            Sizing sizing = sizer.size(asked, everything());

            assertThat(sizing.quantity()).isLessThanOrEqualTo(asked);
            assertThat(sizing.verdict())
                    .isEqualTo(sizing.quantity().equals(asked) ? Verdict.AS_REQUESTED : Verdict.SMALLER);
        }
    }

    @Test
    void whatIsLessThanALotIsNothing() {
        Sizer sizer = new Sizer(new FixedNotional(Cash.parse("0.004")));

        assertThat(sizer.size(Quantity.ofShares(1), Known.of(SizingInput.ALL_IN, "0.5"))
                        .verdict())
                .isEqualTo(Verdict.ZERO);
        assertThat(sizer.size(Quantity.ofShares(1), Known.of(SizingInput.ALL_IN, "0.4"))
                        .quantity())
                .isEqualTo(Quantity.LOT);
    }

    @Test
    void everyFigureThatWasLookedAtIsKept() {
        Sizing sizing = new Sizer(ExclusiveKelly.DEFAULT).size(Quantity.ofShares(100), everything());

        assertThat(sizing.figures())
                .containsExactly(
                        new Figure(SizingInput.PROBABILITY, -1, 600_000),
                        new Figure(SizingInput.CONFIDENCE, -1, 1_000_000),
                        new Figure(SizingInput.BANKROLL, -1, 1_000_000_000),
                        new Figure(SizingInput.ALL_IN, -1, 517_500),
                        new Figure(SizingInput.OTHER_OUTCOMES, -1, 2),
                        new Figure(SizingInput.HELD_IN_OUTCOME, -1, 0),
                        new Figure(SizingInput.HELD_IN_EVENT, -1, 0),
                        new Figure(SizingInput.OTHER_PROBABILITY, 0, 200_000),
                        new Figure(SizingInput.OTHER_ALL_IN, 0, 250_000),
                        new Figure(SizingInput.OTHER_PROBABILITY, 1, 100_000),
                        new Figure(SizingInput.OTHER_ALL_IN, 1, SizingInputs.ABSENT));
        assertThat(sizing)
                .hasToString("EXCLUSIVE_KELLY 25 %, at most 10 % of the bankroll for an event, probability 0.6, "
                        + "confidence 1, bankroll 1000, all-in price 0.5175, other outcomes 2, held in the outcome 0, "
                        + "held in the event 0, outcome 0: its probability 0.2, outcome 0: its all-in price 0.25, "
                        + "outcome 1: its probability 0.1, outcome 1: no its all-in price: 82.6 of 100 shares");
    }

    @Test
    void aSizerForgetsTheOrderBefore() {
        Sizer sizer = new Sizer(ExclusiveKelly.DEFAULT);
        Quantity asked = Quantity.ofShares(1_000);
        Sizing first = sizer.size(asked, everything());
        Sizing missing = sizer.size(asked, everything().without(SizingInput.BANKROLL));
        Sizing alone = sizer.size(asked, Known.bet(600_000, 517_500, 1_000_000_000));

        assertThat(missing.verdict()).isEqualTo(Verdict.INPUT_MISSING);
        assertThat(alone.figures()).hasSize(7);
        assertThat(sizer.size(asked, everything())).isEqualTo(first);
        assertThat(first.figures()).hasSize(11);
    }

    @Test
    void probabilitiesOfMoreThanCertaintyAreNotUsable() {
        Sizing sizing = new Sizer(ExclusiveKelly.DEFAULT)
                .size(
                        Quantity.ofShares(100),
                        Known.bet(600_000, 517_500, 1_000_000_000).other(400_001, 300_000));

        assertThat(sizing.missing()).contains(SizingInput.OTHER_OUTCOMES);
        assertThat(sizing.verdict()).isEqualTo(Verdict.INPUT_MISSING);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void nothingIsAllocatedButTheResult(SizingPolicy policy) {
        Sizer sizer = new Sizer(policy);
        SizingInputs known = new Same(everything());
        Quantity asked = Quantity.ofShares(1_000);
        Sizing like = sizer.size(asked, known);

        Figure[] figures = new Figure[like.figures().size()];
        long result = bytes(() -> copy(like, figures));
        long all = bytes(() -> sizer.size(asked, known));

        // The stakes of several outcomes have a small helper.
        assertThat(all - result).isLessThanOrEqualTo(policy.toString().contains("EXCLUSIVE") ? 48 : 0);
    }

    private static Sizing copy(Sizing like, Figure[] copies) {
        for (int i = 0; i < copies.length; i++) {
            Figure figure = like.figures().get(i);
            copies[i] = new Figure(figure.input(), figure.outcome(), figure.value());
        }
        return new Sizing(
                like.policy(),
                like.requested(),
                Quantity.ofMicros(like.quantity().micros()),
                like.verdict(),
                null,
                List.of(copies));
    }

    private static Object kept = "";

    private static long bytes(Supplier<Object> work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < 20_000; i++) {
            kept = work.get();
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 10_000; i++) {
            kept = work.get();
        }
        assertThat(kept).isNotNull();
        return (threads.getThreadAllocatedBytes(thread) - before) / 10_000;
    }

    /** The same figures without looking them up in maps, which box. */
    private static final class Same implements SizingInputs {
        private final long[] values = new long[SizingInput.values().length];
        private final long[] others;

        Same(Known known) {
            for (SizingInput input : SizingInput.values()) {
                values[input.ordinal()] = known.value(input);
            }
            others = new long[] {
                known.value(SizingInput.OTHER_PROBABILITY, 0), known.value(SizingInput.OTHER_ALL_IN, 0),
                known.value(SizingInput.OTHER_PROBABILITY, 1), known.value(SizingInput.OTHER_ALL_IN, 1)
            };
        }

        @Override
        public long value(SizingInput input) {
            return values[input.ordinal()];
        }

        @Override
        public long value(SizingInput input, int outcome) {
            return others[2 * outcome + (input == SizingInput.OTHER_PROBABILITY ? 0 : 1)];
        }
    }
}
