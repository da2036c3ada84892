package io.ploy.core.performance;

import static io.ploy.core.performance.Desk.usd;
import static io.ploy.core.performance.Desk.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.order.Fill;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.performance.PerformanceChange.DayRolled;
import io.ploy.core.portfolio.CashKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a day comes to, and where it begins. */
class DayTest {
    private static final PerformanceScope ACCOUNT = PerformanceScope.ACCOUNT;

    private final Desk desk = new Desk();
    private final Market rain = desk.market("rain");

    @BeforeEach
    void begin() {
        desk.at("2026-11-03T20:00:00Z");
        desk.ledger.deposit(Cash.ofUsd(1_000));
        desk.performance.begin(desk.now);
        desk.bid(yes(rain), "0.50", "5000");
    }

    private List<DayRolled> days() {
        return desk.changes.stream()
                .filter(DayRolled.class::isInstance)
                .map(DayRolled.class::cast)
                .toList();
    }

    @Test
    void profitIsTheChangeOfEquityLessFlows() {
        desk.buy("ann", yes(rain), "350", "0.60");
        desk.deposit("200");

        DayFigures day = desk.account();

        assertThat(day.equityAtStart()).isEqualTo(usd("1000"));
        assertThat(day.equity()).isEqualTo(usd("1165"));
        assertThat(day.flows()).isEqualTo(usd("200"));
        assertThat(day.economic()).isEqualTo(usd("-35"));
        assertThat(day.unrealised()).isEqualTo(usd("-35"));
        assertThat(day.realised()).isEqualTo(Cash.ZERO);
    }

    @Test
    void rewardsRebatesAndGasAreProfitOfTheAccountAndFlowsAreNot() {
        desk.at("2026-11-03T21:00:00Z");
        desk.move(CashKind.REWARD, "40");
        desk.at("2026-11-04T09:00:00Z");
        desk.buy("ann", yes(rain), "100", "0.60");
        desk.move(CashKind.REWARD, "1.25");
        desk.move(CashKind.REBATE, "0.5");
        desk.move(CashKind.GAS, "-0.75");
        desk.move(CashKind.DEPOSIT, "200");
        desk.move(CashKind.WITHDRAWAL, "-50");
        desk.move(CashKind.ADJUSTMENT, "-3");
        desk.move(CashKind.FLOW, "2");

        DayFigures day = desk.account();

        assertThat(day.equityAtStart()).isEqualTo(usd("1040"));
        assertThat(day.equity()).isEqualTo(usd("1180"));
        assertThat(day.flows()).isEqualTo(usd("149"));
        assertThat(day.economic()).isEqualTo(day.confirmed()).isEqualTo(usd("-9"));
        assertThat(day.unrealised()).isEqualTo(usd("-10"));
        assertThat(day.income()).isEqualTo(usd("1.75"));
        assertThat(day.gas()).isEqualTo(usd("0.75"));
        assertThat(desk.strategy("ann").economic()).isEqualTo(usd("-10"));
        Attribution attribution = desk.performance.attribution(desk.now);
        assertThat(attribution.income()).isEqualTo(usd("41.75"));
        assertThat(attribution.net()).isEqualTo(usd("31"));

        desk.restart();

        assertThat(desk.account()).isEqualTo(day);
    }

    @Test
    void aRewardRaisesThePeakAndADepositDoesNot() {
        desk.move(CashKind.REWARD, "10");
        desk.move(CashKind.DEPOSIT, "100");
        desk.move(CashKind.GAS, "-4");

        assertThat(desk.performance.peakEquity(ACCOUNT)).isEqualTo(1_010_000_000);
        assertThat(desk.performance.drawdown(ACCOUNT, desk.now)).isEqualTo(4_000_000);
    }

    @Test
    void realisedUnrealisedAndFeesAreProfitTogether() {
        desk.book("ann", desk.fill(1, yes(rain), Side.BUY, "100", "0.40", "1.5", SettlementStatus.CONFIRMED));
        desk.book("ann", desk.fill(2, yes(rain), Side.SELL, "40", "0.60", "0.5", SettlementStatus.CONFIRMED));

        DayFigures day = desk.account();

        assertThat(day.realised()).isEqualTo(usd("8"));
        assertThat(day.fees()).isEqualTo(usd("2"));
        assertThat(day.unrealised()).isEqualTo(usd("6"));
        assertThat(day.economic()).isEqualTo(usd("12"));
        assertThat(desk.strategy("ann").economic()).isEqualTo(usd("12"));
        assertThat(desk.performance
                        .day(PerformanceScope.domain("crypto"), desk.now)
                        .economic())
                .isEqualTo(usd("12"));
        assertThat(desk.performance.scopes())
                .containsExactly(ACCOUNT, PerformanceScope.domain("crypto"), PerformanceScope.strategy("ann"));
    }

    @Test
    void limitsGetTheWorseOfTheTwoViews() {
        desk.buy("ann", yes(rain), "100", "0.50");
        Fill good = desk.fill(yes(rain), Side.SELL, "50", "0.90", SettlementStatus.MATCHED);
        desk.book("ann", good);

        assertThat(desk.account().economic()).isEqualTo(usd("20"));
        assertThat(desk.account().confirmed()).isEqualTo(Cash.ZERO);
        assertThat(desk.account().lowerBound()).isEqualTo(Cash.ZERO);

        Fill bad = desk.fill(yes(rain), Side.BUY, "100", "0.80", SettlementStatus.MATCHED);
        desk.book("ann", bad);
        assertThat(desk.account().economic()).isEqualTo(usd("-10"));
        assertThat(desk.account().confirmed()).isEqualTo(Cash.ZERO);
        assertThat(desk.account().lowerBound()).isEqualTo(usd("-10"));

        desk.reverse("ann", good);
        desk.reverse("ann", bad);
        assertThat(desk.account().economic()).isEqualTo(Cash.ZERO);
    }

    @Test
    void aLimitIsReachedByALossAndNeverByAProfit() {
        desk.buy("ann", yes(rain), "100", "0.40");
        assertThat(desk.account().economic()).isEqualTo(usd("10"));
        assertThat(desk.performance.dayLossHeadRoom(ACCOUNT, usd("5"), desk.now))
                .isPositive();
        assertThat(desk.performance.dayLossHeadRoom(ACCOUNT, usd("5"), desk.now))
                .isEqualTo(15_000_000);

        desk.bid(yes(rain), "0.36", "5000");
        assertThat(desk.performance.dayLossHeadRoom(ACCOUNT, usd("4.000001"), desk.now))
                .isPositive();
        assertThat(desk.performance.dayLossHeadRoom(ACCOUNT, usd("4"), desk.now))
                .isLessThanOrEqualTo(0);
        assertThat(desk.account().economic()).isEqualTo(usd("-4"));
        assertThat(desk.performance.dayLossHeadRoom(ACCOUNT, usd("5"), desk.now))
                .isEqualTo(1_000_000);
        assertThat(desk.performance.dayLossHeadRoom(ACCOUNT, usd("3"), desk.now))
                .isEqualTo(-1_000_000);
    }

    @Test
    void aScopeThatNeverTradedHasItsWholeLimit() {
        PerformanceScope eve = PerformanceScope.strategy("eve");

        assertThat(desk.performance.dayLossHeadRoom(eve, usd("5"), desk.now)).isEqualTo(5_000_000);
        assertThat(desk.performance.drawdown(eve, desk.now)).isZero();
        assertThat(desk.performance.day(eve, desk.now).economic()).isEqualTo(Cash.ZERO);
        assertThat(desk.performance.curve(eve)).isEmpty();
    }

    @Test
    void aQuietSystemDoesNotKeepTheLossOfYesterday() {
        desk.buy("ann", yes(rain), "100", "0.80");
        assertThat(desk.performance.dayLossHeadRoom(ACCOUNT, usd("30"), desk.now))
                .isLessThanOrEqualTo(0);

        desk.at("2026-11-04T09:00:00Z");

        assertThat(desk.performance.dayLossHeadRoom(ACCOUNT, usd("30"), desk.now))
                .isPositive();
        assertThat(desk.account().economic()).isEqualTo(Cash.ZERO);
        assertThat(desk.account().equityAtStart()).isEqualTo(usd("970"));
        assertThat(days())
                .extracting(DayRolled::day)
                .containsExactly(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 4));
        assertThat(days().get(1).equities())
                .extracting(ScopeEquity::scope)
                .containsExactlyElementsOf(desk.performance.scopes());
        assertThat(desk.performance.drawdown(ACCOUNT, desk.now)).isEqualTo(30_000_000);
    }

    @Test
    void missedDaysRollOnceEach() {
        desk.buy("ann", yes(rain), "100", "0.80");

        desk.at("2026-11-06T00:00:01Z");
        desk.account();
        desk.account();

        assertThat(days())
                .extracting(DayRolled::day)
                .containsExactly(
                        LocalDate.of(2026, 11, 3),
                        LocalDate.of(2026, 11, 4),
                        LocalDate.of(2026, 11, 5),
                        LocalDate.of(2026, 11, 6));
        assertThat(desk.account().economic()).isEqualTo(Cash.ZERO);
    }

    @Test
    void midnightBelongsToTheDayThatBegins() {
        desk.buy("ann", yes(rain), "100", "0.80");

        desk.at("2026-11-03T23:59:59.999999999Z");
        assertThat(desk.account().economic()).isEqualTo(usd("-30"));
        desk.at("2026-11-04T00:00:00.000Z");
        assertThat(desk.account().day()).isEqualTo(LocalDate.of(2026, 11, 4));
        assertThat(desk.account().economic()).isEqualTo(Cash.ZERO);
    }

    @Test
    void whatIsToldAtMidnightBelongsToTheDayThatBegins() {
        desk.buy("ann", yes(rain), "100", "0.50");
        desk.at("2026-11-03T23:59:59.999Z");
        desk.bid(yes(rain), "0.48", "5000");

        desk.at("2026-11-04T00:00:00Z");
        desk.bid(yes(rain), "0.44", "5000");

        assertThat(desk.account().equityAtStart()).isEqualTo(usd("998"));
        assertThat(desk.account().economic()).isEqualTo(usd("-4"));
    }

    @Test
    void aFillAndADepositAfterMidnightAreOfTheNewDay() {
        desk.at("2026-11-04T00:00:05Z");
        desk.deposit("500");
        desk.buy("ann", yes(rain), "100", "0.60");

        assertThat(desk.account().equityAtStart()).isEqualTo(usd("1000"));
        assertThat(desk.account().flows()).isEqualTo(usd("500"));
        assertThat(desk.account().economic()).isEqualTo(usd("-10"));
    }

    @Test
    void aDayBeginsAtTheLastTrustedMarksAlsoWhereTheyAreTooOld() {
        desk.buy("ann", yes(rain), "100", "0.50");
        desk.distrust(yes(rain));
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.account().lowerBound()).isEqualTo(usd("-50"));

        desk.at("2026-11-04T03:00:00Z");
        assertThat(desk.account().equityAtStart()).isEqualTo(usd("1000"));
        desk.bid(yes(rain), "0.48", "5000");

        assertThat(desk.account().economic()).isEqualTo(usd("-2"));
    }

    @Test
    void aRestartGoesOnWithTheDay() {
        desk.buy("ann", yes(rain), "100", "0.60");
        desk.pass(Duration.ofMinutes(1));
        desk.account();
        desk.books.clear();

        desk.restart();

        assertThat(desk.account().economic()).isEqualTo(usd("-10"));
        assertThat(desk.account().equityAtStart()).isEqualTo(usd("1000"));
        assertThat(days()).hasSize(1);
    }

    @Test
    void aRestartOverMidnightBeginsTheDayAtTheMarksOfTheOldProcess() {
        desk.buy("ann", yes(rain), "100", "0.60");
        desk.performance.end(desk.now);
        desk.at("2026-11-04T03:00:00Z");
        desk.quote(yes(rain), "0.45", "5000", null);

        desk.restart();

        assertThat(desk.account().equityAtStart()).isEqualTo(usd("990"));
        assertThat(desk.account().economic()).isEqualTo(usd("-5"));
        assertThat(desk.performance.recentLoss(ACCOUNT, desk.now)).isZero();
    }

    @Test
    void marksAreRecordedOnceAMinuteAtMostAndOnlyWhenTheyChange() {
        desk.buy("ann", yes(rain), "100", "0.60");
        for (int second = 0; second < 180; second++) {
            desk.pass(Duration.ofSeconds(1));
            desk.bid(yes(rain), second % 2 == 0 ? "0.49" : "0.50", "5000");
        }
        desk.pass(Duration.ofMinutes(10));
        desk.account();
        desk.pass(Duration.ofMinutes(10));
        desk.account();

        assertThat(desk.changes)
                .filteredOn(PerformanceChange.MarksNoted.class::isInstance)
                .hasSize(4);
    }
}
