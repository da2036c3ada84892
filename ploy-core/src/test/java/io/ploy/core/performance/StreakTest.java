package io.ploy.core.performance;

import static io.ploy.core.performance.Desk.no;
import static io.ploy.core.performance.Desk.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.EventStructure;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.order.Fill;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.performance.PerformanceChange.EventSettled;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreakTest {
    private final Desk desk = new Desk();

    @BeforeEach
    void begin() {
        desk.ledger.deposit(Cash.ofUsd(1_000));
        desk.performance.begin(desk.now);
    }

    private void settle(String market, boolean won) {
        Market one = desk.market(market);
        desk.buy("ann", yes(one), "10", "0.50");
        desk.resolve(one, won);
    }

    @Test
    void losingEventsInARowAreCounted() {
        settle("a", false);
        settle("b", false);
        assertThat(desk.performance.lossStreak("ann")).isEqualTo(2);

        settle("c", false);
        settle("d", false);
        settle("e", false);
        assertThat(desk.performance.lossStreak("ann")).isEqualTo(5);

        settle("f", true);
        assertThat(desk.performance.lossStreak("ann")).isZero();
        assertThat(desk.performance.lossStreak("bob")).isZero();
    }

    /** Buys ten at 0.50 and sells them. */
    private void trade(Market market, String price) {
        desk.buy("ann", yes(market), "10", "0.50");
        desk.sell("ann", yes(market), "10", price);
    }

    private List<Long> settled() {
        return desk.changes.stream()
                .filter(EventSettled.class::isInstance)
                .map(change -> ((EventSettled) change).profit())
                .toList();
    }

    @Test
    void whatIsSoldAtALossIsALostEventBeforeItsMarketEndsAndIsNoOtherOneAfter() {
        Market rain = desk.market("rain");
        trade(rain, "0.10");
        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);

        desk.resolve(rain, true);
        desk.restart();

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);
        assertThat(settled()).containsExactly(-4_000_000L);
    }

    @Test
    void anEventOfWhichSizeIsStillOpenDoesNotCountYet() {
        settle("a", false);
        Market rain = desk.market("rain");
        desk.buy("ann", yes(rain), "10", "0.50");
        desk.sell("ann", yes(rain), "9.99", "0.10");
        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);

        desk.sell("ann", yes(rain), "0.01", "0.10");

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(2);
    }

    @Test
    void anEventThatWasClosedInPartsCountsByAllOfThem() {
        settle("a", false);
        Market rain = desk.market("rain");
        desk.buy("ann", yes(rain), "10", "0.50");
        desk.sell("ann", yes(rain), "5", "0.30");
        desk.sell("ann", yes(rain), "5", "0.80");
        assertThat(desk.performance.lossStreak("ann")).isZero();

        Market snow = desk.market("snow");
        desk.buy("ann", yes(snow), "10", "0.50");
        desk.sell("ann", yes(snow), "5", "0.90");
        desk.resolve(snow, false);

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);
        assertThat(settled()).containsExactly(-5_000_000L, 500_000L, -500_000L);
    }

    @Test
    void anEventIsOpenWhileAnyOfItsMarketsIs() {
        List<Market> race = desk.event("race", EventStructure.EXCLUSIVE, "a", "b");
        desk.buy("ann", yes(race.get(1)), "10", "0.50");
        trade(race.get(0), "0.10");
        assertThat(desk.performance.lossStreak("ann")).isZero();

        desk.sell("ann", yes(race.get(1)), "10", "0.40");

        assertThat(settled()).containsExactly(-5_000_000L);
    }

    @Test
    void feesMakeALossOfAPriceThatIsTheSame() {
        Market rain = desk.market("rain");
        desk.buy("ann", yes(rain), "10", "0.50");
        desk.book("ann", desk.fill(100, yes(rain), Side.SELL, "10", "0.50", "0.02", SettlementStatus.CONFIRMED));

        assertThat(settled()).containsExactly(-20_000L);
    }

    @Test
    void aSaleThatIsNotFinalClosesNothing() {
        Market rain = desk.market("rain");
        desk.buy("ann", yes(rain), "10", "0.50");
        Fill sale = desk.fill(yes(rain), Side.SELL, "10", "0.10", SettlementStatus.MATCHED);
        desk.book("ann", sale);
        assertThat(desk.performance.lossStreak("ann")).isZero();

        desk.ledger.confirm(sale);
        desk.performance.moved("ann", yes(rain), desk.now);

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);
    }

    @Test
    void anEventThatIsEnteredAgainCountsOnceByWhatItComesToInAll() {
        Market rain = desk.market("rain");
        trade(rain, "0.40");
        trade(rain, "0.40");
        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);

        desk.buy("ann", yes(rain), "10", "0.50");
        assertThat(desk.performance.lossStreak("ann")).as("open again").isEqualTo(1);
        desk.sell("ann", yes(rain), "10", "0.90");
        assertThat(desk.performance.lossStreak("ann")).isZero();
        desk.restart();
        trade(rain, "0.10");

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);
        assertThat(settled()).containsExactly(-1_000_000L, -2_000_000L, 2_000_000L, -2_000_000L);
    }

    @Test
    void anEventThatIsEnteredAgainKeepsItsPlace() {
        Market first = desk.market("first");
        trade(first, "0.60");
        trade(desk.market("second"), "0.40");
        trade(desk.market("third"), "0.40");
        assertThat(desk.performance.lossStreak("ann")).isEqualTo(2);

        trade(first, "0.51");
        assertThat(desk.performance.lossStreak("ann"))
                .as("small gains in an old winner end no streak")
                .isEqualTo(2);
        trade(first, "0.10");

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(3);
    }

    @Test
    void whatWasForgivenOfAnEventCountsNoLongerAndWhatIsLostThereLaterDoes() {
        Market rain = desk.market("rain");
        trade(rain, "0.10");
        desk.performance.resetStreak("ann", "pat", "seen", desk.now);
        desk.restart();
        assertThat(desk.performance.lossStreak("ann")).isZero();

        trade(rain, "0.60");
        assertThat(desk.performance.lossStreak("ann")).as("a gain").isZero();
        trade(rain, "0.30");

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);
    }

    @Test
    void anEventIsLostAsAWhole() {
        List<Market> race = desk.event("race", EventStructure.EXCLUSIVE, "a", "b");
        desk.buy("ann", yes(race.get(0)), "10", "0.50");
        desk.buy("ann", no(race.get(1)), "10", "0.30");
        desk.buy("bob", yes(race.get(0)), "10", "0.50");

        desk.resolve(race.get(0), false);
        assertThat(desk.performance.lossStreak("ann")).isZero();
        assertThat(desk.performance.lossStreak("bob")).isEqualTo(1);
        desk.resolve(race.get(1), false);

        assertThat(desk.performance.lossStreak("ann")).isZero();
        assertThat(desk.changes)
                .filteredOn(EventSettled.class::isInstance)
                .extracting(change -> ((EventSettled) change).profit())
                .containsExactly(-5_000_000L, 2_000_000L);
    }

    @Test
    void anEventIsNotSettledWhileAFillOfItIsNotFinal() {
        Market rain = desk.market("rain");
        desk.buy("ann", no(rain), "10", "0.50");
        Fill fill = desk.fill(yes(rain), Side.BUY, "30", "0.50", SettlementStatus.MATCHED);
        desk.book("ann", fill);
        desk.resolve(rain, false);
        assertThat(desk.performance.lossStreak("ann")).isZero();
        assertThat(desk.changes).noneMatch(EventSettled.class::isInstance);

        desk.reverse("ann", fill);

        assertThat(desk.changes).filteredOn(EventSettled.class::isInstance).hasSize(1);
        assertThat(desk.performance.lossStreak("ann")).isZero();
    }

    @Test
    void fillsThatAreNotFinalDoNotSettleAnEventByCancellingEachOther() {
        Market rain = desk.market("rain");
        desk.buy("ann", no(rain), "4", "0.50");
        Fill loser = desk.fill(yes(rain), Side.BUY, "10", "0.50", SettlementStatus.MATCHED);
        Fill winner = desk.fill(no(rain), Side.BUY, "10", "0.50", SettlementStatus.MATCHED);
        desk.book("ann", loser);
        desk.book("ann", winner);
        desk.resolve(rain, false);
        assertThat(desk.changes).noneMatch(EventSettled.class::isInstance);

        desk.ledger.confirm(loser);
        desk.performance.moved("ann", yes(rain), desk.now);
        desk.reverse("ann", winner);

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);
    }

    @Test
    void whatWasPaidOnlyWhenAskedForIsSettledAtItsResolution() {
        Market rain = desk.market("rain");
        desk.buy("ann", no(rain), "10", "0.50");
        desk.ledger.expectPayout(rain, Resolution.first(rain.id(), desk.now));

        desk.performance.resolved(rain, desk.now);

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);
    }

    @Test
    void anOrderThatWasNeverFilledIsNoEvent() {
        settle("a", false);
        Market rain = desk.market("rain");
        Fill fill = desk.fill(yes(rain), Side.BUY, "30", "0.50", SettlementStatus.MATCHED);
        desk.book("ann", fill);
        desk.reverse("ann", fill);

        desk.resolve(rain, false);

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);
        assertThat(desk.changes).filteredOn(EventSettled.class::isInstance).hasSize(1);
    }

    @Test
    void aStreakOutlivesTheDayAndTheProcessAndIsForgivenByAPerson() {
        for (String market : List.of("a", "b", "c")) {
            settle(market, false);
        }
        desk.pass(Duration.ofDays(1));
        desk.restart();
        assertThat(desk.performance.lossStreak("ann")).isEqualTo(3);
        assertThat(desk.changes).filteredOn(EventSettled.class::isInstance).hasSize(3);

        desk.performance.resetStreak("ann", "pat", "seen", desk.now);

        assertThat(desk.performance.lossStreak("ann")).isZero();
        desk.restart();
        assertThat(desk.performance.lossStreak("ann")).isZero();
        assertThatThrownBy(() -> desk.performance.resetStreak("ann", "", "", desk.now))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventThatWasResolvedWhileTheProcessEndedIsSettledByTheNext() {
        Market rain = desk.market("rain");
        desk.buy("ann", no(rain), "10", "0.50");
        desk.ledger.resolve(rain, Resolution.first(rain.id(), desk.now));

        desk.restart();

        assertThat(desk.performance.lossStreak("ann")).isEqualTo(1);
    }
}
