package io.ploy.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AllocationPlanTest {
    private static final Cash EQUITY = Cash.ofUsd(5_000);
    private static final DomainShare CRYPTO =
            DomainShare.of("crypto", Fraction.percent(60)).cappedAt(Cash.ofUsd(2_000));

    private static AllocationPlan plan(DomainShare... domains) {
        return new AllocationPlan(Fraction.percent(10), false, List.of(domains));
    }

    @Test
    void aDomainHasItsShareOfWhatIsDeployableUpToItsCap() {
        assertThat(plan(CRYPTO).deployable(EQUITY)).isEqualTo(Cash.ofUsd(4_500));
        assertThat(plan(DomainShare.of("crypto", Fraction.percent(60))).allocationOfDomain("crypto", EQUITY))
                .isEqualTo(Cash.ofUsd(2_700));
        assertThat(plan(CRYPTO).allocationOfDomain("crypto", EQUITY)).isEqualTo(Cash.ofUsd(2_000));
        assertThat(plan(CRYPTO).allocationOfDomain("crypto", Cash.ofUsd(1_000))).isEqualTo(Cash.ofUsd(540));
        assertThat(plan(CRYPTO).allocationOfDomain("sports", EQUITY)).isEqualTo(Cash.ZERO);
        assertThat(plan(CRYPTO).allocationOfStrategy("sports", "late-entry", EQUITY))
                .isEqualTo(Cash.ZERO);
    }

    @Test
    void aStrategyHasAFractionOfItsDomainOrAnAmountThatTheDomainBounds() {
        AllocationPlan plan = plan(CRYPTO.withStrategy("late-entry", Fraction.percent(30))
                .withStrategy("dump-hedge", new Portion.Usd(Cash.ofUsd(500))));

        assertThat(plan.allocationOfStrategy("crypto", "late-entry", EQUITY)).isEqualTo(Cash.ofUsd(600));
        assertThat(plan.allocationOfStrategy("crypto", "dump-hedge", EQUITY)).isEqualTo(Cash.ofUsd(500));
        assertThat(plan.allocationOfStrategy("crypto", "dump-hedge", Cash.ofUsd(100)))
                .isEqualTo(Cash.ofUsd(54));
        assertThat(plan.allocationOfStrategy("crypto", "quoter", EQUITY)).isEqualTo(Cash.ofUsd(2_000));
    }

    @Test
    void theDefaultGivesAwayExactlyEverything() {
        long sum = AllocationPlan.DEFAULT.domains().stream()
                .mapToLong(domain -> domain.share().micros())
                .sum();

        assertThat(sum).isEqualTo(Fraction.WHOLE.micros());
        assertThat(AllocationPlan.DEFAULT.reserve()).isEqualTo(Fraction.percent(10));
        assertThat(AllocationPlan.DEFAULT.domains())
                .extracting(DomainShare::name)
                .containsExactlyInAnyOrder("crypto", "sports", "politics", "economics", "other");
    }

    @Test
    void sharesAddUpToMoreThanAllOnlyWhereTheyMayOverlap() {
        List<DomainShare> tooMuch = List.of(CRYPTO, DomainShare.of("sports", Fraction.parse("0.400001")));

        assertThatThrownBy(() -> new AllocationPlan(Fraction.percent(10), false, tooMuch))
                .hasMessage("allocation.domains: found 100.0001 % in all, "
                        + "allowed are 100 %, or more with overlap: true");
        assertThat(new AllocationPlan(Fraction.percent(10), true, tooMuch).allocationOfDomain("sports", EQUITY))
                .isEqualTo(Cash.parse("1800.0045"));
        assertThatThrownBy(() ->
                        plan(CRYPTO.withStrategy("a", Fraction.percent(60)).withStrategy("b", Fraction.percent(41))))
                .hasMessageContaining("allocation.domains.crypto.strategies: found 101 %");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> plan(CRYPTO, CRYPTO)).hasMessageContaining("allowed is each once");
        assertThatThrownBy(() -> CRYPTO.cappedAt(Cash.ofMicros(-1))).hasMessageContaining("allowed are 0 and more");
        assertThatThrownBy(() -> new Portion.Usd(Cash.ofMicros(-1))).hasMessageContaining("-0.000001 USD");
        assertThatThrownBy(() -> new Fraction(1_000_001)).hasMessageContaining("outside [0, 1]");
        assertThatThrownBy(() -> new Fraction(-1)).hasMessageContaining("outside [0, 1]");
        assertThatThrownBy(() -> DomainShare.of(" ", Fraction.WHOLE)).hasMessageContaining("without a name");
    }

    @Test
    void usingMoreThanIsAllowedLeavesNoRoomAndAsksForNothing() {
        assertThat(AllocationPlan.headRoom(Cash.ofUsd(2_000), Cash.ofUsd(1_500)))
                .isEqualTo(Cash.ofUsd(500));
        assertThat(AllocationPlan.headRoom(Cash.ofUsd(2_000), Cash.ofUsd(2_001)))
                .isEqualTo(Cash.ZERO);
    }

    @Test
    void allocationsOfAllDomainsAreNeverMoreThanWhatIsDeployable() {
        SplittableRandom random = new SplittableRandom(47);
        for (int i = 0; i < 2_000; i++) {
            long first = random.nextLong(1_000_001);
            long second = random.nextLong(1_000_001 - first);
            AllocationPlan plan = new AllocationPlan(
                    new Fraction(random.nextLong(1_000_001)),
                    false,
                    List.of(
                            DomainShare.of("a", new Fraction(first)),
                            DomainShare.of("b", new Fraction(second)),
                            DomainShare.of("c", new Fraction(1_000_000 - first - second))));
            Cash equity = Cash.ofMicros(random.nextLong(-1_000_000_000L, 1_000_000_000_000_000L));

            Cash sum = plan.allocationOfDomain("a", equity)
                    .plus(plan.allocationOfDomain("b", equity))
                    .plus(plan.allocationOfDomain("c", equity));

            assertThat(sum).isBetween(Cash.ZERO, plan.deployable(equity));
            assertThat(plan.deployable(equity)).isLessThanOrEqualTo(equity.max(Cash.ZERO));
            assertThat(plan.allocationOfDomain("a", equity.plus(Cash.ofUsd(1))))
                    .isGreaterThanOrEqualTo(plan.allocationOfDomain("a", equity));
        }
    }
}
