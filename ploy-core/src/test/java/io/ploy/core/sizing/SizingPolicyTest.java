package io.ploy.core.sizing;

import static io.ploy.core.sizing.SizingInput.ALL_IN;
import static io.ploy.core.sizing.SizingInput.BALANCE;
import static io.ploy.core.sizing.SizingInput.CONFIDENCE;
import static io.ploy.core.sizing.SizingInput.DRAWDOWN;
import static io.ploy.core.sizing.SizingInput.DRAWDOWN_LIMIT;
import static io.ploy.core.sizing.SizingInput.EQUITY;
import static io.ploy.core.sizing.SizingInput.SLOTS_OF_OTHERS;
import static io.ploy.core.sizing.SizingInput.USED_BY_SLOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.core.allocation.Fraction;
import io.ploy.core.allocation.Portion;
import io.ploy.core.sizing.Sizing.Verdict;
import org.junit.jupiter.api.Test;

final class SizingPolicyTest {
    private static final Quantity MANY = Quantity.ofShares(1_000_000);

    private static Sizing size(SizingPolicy policy, SizingInputs known) {
        return new Sizer(policy).size(MANY, known);
    }

    private static String shares(SizingPolicy policy, SizingInputs known) {
        return size(policy, known).quantity().toString();
    }

    @Test
    void fixedSharesAreWhatTheyAre() {
        assertThat(shares(FixedShares.DEFAULT, new Known())).isEqualTo("20");
        assertThat(shares(new FixedShares(Quantity.parse("7.51")), new Known())).isEqualTo("7.51");
    }

    @Test
    void aFixedNotionalPaysPriceAndFee() {
        assertThat(shares(FixedNotional.DEFAULT, Known.of(ALL_IN, "0.5175"))).isEqualTo("19.32");
        assertThat(shares(FixedNotional.DEFAULT, Known.of(ALL_IN, "0.25"))).isEqualTo("40");
    }

    @Test
    void aPercentOfEquityPaysPriceAndFee() {
        Known known = Known.of(EQUITY, "2500").and(ALL_IN, "0.365925");

        assertThat(shares(new PercentOfEquity(Fraction.percent(2)), known)).isEqualTo("136.64");
        assertThat(shares(PercentOfEquity.DEFAULT, known)).isEqualTo("68.32");
    }

    @Test
    void aFractionOfKellyStakesByEdge() {
        Known known = Known.bet(600_000, 517_500, 1_000_000_000);

        assertThat(shares(FractionalKelly.DEFAULT, known)).isEqualTo("82.6");
        assertThat(shares(new FractionalKelly(Fraction.percent(25), Fraction.percent(4)), known))
                .as("capped at 40 USD")
                .isEqualTo("77.29");
        assertThat(shares(FractionalKelly.DEFAULT, known.and(CONFIDENCE, "0.5")))
                .isEqualTo("41.3");
        assertThat(shares(ExclusiveKelly.DEFAULT, known)).isEqualTo("41.3");
    }

    @Test
    void withoutAnEdgeNothingIsStaked() {
        for (long probability : new long[] {1, 517_499, 517_500}) {
            Known known = Known.bet(probability, 517_500, 1_000_000_000);

            assertThat(size(FractionalKelly.DEFAULT, known).verdict()).isEqualTo(Verdict.ZERO);
            assertThat(size(ExclusiveKelly.DEFAULT, known).verdict()).isEqualTo(Verdict.ZERO);
        }
        assertThat(size(FractionalKelly.DEFAULT, Known.bet(999_999, 1_020_000, 1_000_000_000))
                        .verdict())
                .as("dearer than all it can pay")
                .isEqualTo(Verdict.ZERO);
    }

    @Test
    void aSlotHasWhatItDoesNotUseYetUpToAnAmount() {
        Known known = Known.of(BALANCE, "1200")
                .and(USED_BY_SLOT, "90")
                .and(SLOTS_OF_OTHERS, 3)
                .and(ALL_IN, "0.5");
        Portion reserve = new Portion.Usd(Cash.ofUsd(200));

        assertThat(shares(new FundSlots(4, reserve, Cash.ofUsd(1_000)), known))
                .as("a room of 160 USD")
                .isEqualTo("320");
        assertThat(shares(new FundSlots(4, reserve, Cash.ofUsd(25)), known))
                .as("the amount decides")
                .isEqualTo("50");
        assertThat(shares(new FundSlots(4, Fraction.percent(20), Cash.ofUsd(1_000)), known))
                .as("(1200 - 240) / 4 - 90")
                .isEqualTo("300");
        assertThat(size(FundSlots.DEFAULT, known.and(USED_BY_SLOT, "240")).verdict())
                .isEqualTo(Verdict.ZERO);
    }

    @Test
    void thereIsNoFifthSlotOfFour() {
        Known known = Known.of(BALANCE, "1200")
                .and(USED_BY_SLOT, "0")
                .and(SLOTS_OF_OTHERS, 4)
                .and(ALL_IN, "0.5");

        assertThat(size(FundSlots.DEFAULT, known).verdict()).isEqualTo(Verdict.ZERO);
        assertThat(shares(FundSlots.DEFAULT, known.and(SLOTS_OF_OTHERS, 3))).isEqualTo("50");
    }

    @Test
    void aDrawdownLeavesLessAndLessAndAtTheLimitNothing() {
        DrawdownScaled policy = new DrawdownScaled(FixedShares.DEFAULT);
        Known known = Known.of(DRAWDOWN_LIMIT, "50");

        assertThat(shares(policy, known.and(DRAWDOWN, "0"))).isEqualTo("20");
        assertThat(shares(policy, known.and(DRAWDOWN, "12.5"))).isEqualTo("15");
        assertThat(shares(policy, known.and(DRAWDOWN, "49.99"))).isEqualTo("0");
        assertThat(size(policy, known.and(DRAWDOWN, "50")).verdict()).isEqualTo(Verdict.ZERO);
        assertThat(size(policy, known.and(DRAWDOWN, "51")).verdict()).isEqualTo(Verdict.ZERO);
        assertThat(shares(
                        DrawdownScaled.DEFAULT,
                        Known.bet(600_000, 517_500, 1_000_000_000)
                                .and(DRAWDOWN, "25")
                                .and(DRAWDOWN_LIMIT, "50")))
                .isEqualTo("41.3");
    }

    @Test
    void nothingIsStakedOfABankrollThatIsGone() {
        for (String gone : new String[] {"0", "-10"}) {
            Known known = Known.bet(600_000, 517_500, 0)
                    .and(SizingInput.BANKROLL, gone)
                    .and(EQUITY, gone)
                    .and(BALANCE, gone)
                    .and(USED_BY_SLOT, "0")
                    .and(SLOTS_OF_OTHERS, 0);

            assertThat(size(FractionalKelly.DEFAULT, known).verdict()).isEqualTo(Verdict.ZERO);
            assertThat(size(ExclusiveKelly.DEFAULT, known).verdict()).isEqualTo(Verdict.ZERO);
            assertThat(size(PercentOfEquity.DEFAULT, known).verdict()).isEqualTo(Verdict.ZERO);
            assertThat(size(FundSlots.DEFAULT, known).verdict()).isEqualTo(Verdict.ZERO);
        }
    }

    @Test
    void amountsBeyondAllBoundsAreStillBoundedByTheRequest() {
        Known known = Known.bet(999_999, 1, Long.MAX_VALUE)
                .and(EQUITY, Long.MAX_VALUE)
                .and(BALANCE, Long.MAX_VALUE)
                .and(USED_BY_SLOT, "0")
                .and(SLOTS_OF_OTHERS, 0)
                .and(DRAWDOWN, "0")
                .and(DRAWDOWN_LIMIT, "1");
        Cash most = Cash.ofMicros(Long.MAX_VALUE);

        for (SizingPolicy policy : new SizingPolicy[] {
            new FixedNotional(most),
            new PercentOfEquity(Fraction.WHOLE),
            new FractionalKelly(Fraction.WHOLE, Fraction.WHOLE),
            new ExclusiveKelly(Fraction.WHOLE, Fraction.WHOLE, false),
            new FundSlots(1, new Fraction(0), most),
            new DrawdownScaled(new FixedNotional(most))
        }) {
            assertThat(size(policy, known).quantity()).as(policy.toString()).isEqualTo(MANY);
        }
    }

    @Test
    void defaultsAreSaidInWords() {
        assertThat(FixedShares.DEFAULT).hasToString("FIXED_SHARES 20");
        assertThat(FixedNotional.DEFAULT).hasToString("FIXED_NOTIONAL 10 USD");
        assertThat(PercentOfEquity.DEFAULT).hasToString("PERCENT_EQUITY 1 %");
        assertThat(FractionalKelly.DEFAULT).hasToString("FRACTIONAL_KELLY 25 %, at most 5 % of the bankroll");
        assertThat(ExclusiveKelly.DEFAULT)
                .hasToString("EXCLUSIVE_KELLY 25 %, at most 10 % of the bankroll for an event");
        assertThat(new ExclusiveKelly(Fraction.parse("0.125"), Fraction.percent(10), true))
                .hasToString("EXCLUSIVE_KELLY 12.5 %, at most 10 % of the bankroll for an event, insuring");
        assertThat(FundSlots.DEFAULT).hasToString("FUND_SLOTS 4, reserve 20 %, at most 25 USD");
        assertThat(DrawdownScaled.DEFAULT)
                .hasToString("DRAWDOWN_SCALED FRACTIONAL_KELLY 25 %, at most 5 % of the bankroll");
    }

    @Test
    void parametersOutsideTheirRangeAreRefusedWithWhatIsAllowed() {
        Fraction nothing = new Fraction(0);
        Fraction some = Fraction.percent(10);

        assertThatThrownBy(() -> new FixedShares(Quantity.ZERO)).hasMessageContaining("multiples of 0.01 above 0");
        assertThatThrownBy(() -> new FixedShares(Quantity.parse("1.005"))).hasMessageContaining("1.005");
        assertThatThrownBy(() -> new FixedNotional(Cash.ZERO)).hasMessageContaining("more than 0");
        assertThatThrownBy(() -> new PercentOfEquity(nothing)).hasMessageContaining("up to 100 %");
        assertThatThrownBy(() -> new FractionalKelly(nothing, some)).hasMessageContaining("KELLY fraction of 0 %");
        assertThatThrownBy(() -> new FractionalKelly(some, nothing)).hasMessageContaining("KELLY cap of 0 %");
        assertThatThrownBy(() -> new ExclusiveKelly(nothing, some, false)).hasMessageContaining("fraction of 0 %");
        assertThatThrownBy(() -> new ExclusiveKelly(some, nothing, false)).hasMessageContaining("cap of 0 %");
        assertThatThrownBy(() -> new FundSlots(0, some, Cash.ofUsd(1))).hasMessageContaining("allowed are 1 to 10000");
        assertThatThrownBy(() -> new FundSlots(10_001, some, Cash.ofUsd(1))).hasMessageContaining("1 to 10000");
        assertThatThrownBy(() -> new FundSlots(4, some, Cash.ofUsd(-1))).hasMessageContaining("-1 USD");
        assertThatThrownBy(() -> new DrawdownScaled(DrawdownScaled.DEFAULT)).hasMessageContaining("any other policy");
    }
}
