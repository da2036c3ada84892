package io.ploy.core.breaker;

import static io.ploy.core.breaker.Heard.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What losses do, and that gains do nothing. */
class LossBreakersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Scope FAR = Scope.strategy("far");

    private final Heard heard = new Heard();
    private final Breakers breakers = new Breakers(BreakerSettings.DEFAULT, 1, heard);

    private void day(Scope scope, String profit, long limit, double seconds) {
        breakers.onDay(new DayFigures(scope, DAY, Cash.parse(profit), Cash.ofUsd(limit), true), at(seconds));
    }

    @ParameterizedTest
    @CsvSource({"account,100", "domain:crypto,50", "strategy:far,25"})
    void aLossOfTheLimitReducesAndOneMicroLessDoesNot(String scope, int limit) {
        // Slowly, so that it is no loss within minutes.
        for (int i = 0; i < limit; i++) {
            day(Scope.parse(scope), "-" + i + ".999999", limit, i * 400);
        }
        assertThat(heard.trips).isEmpty();

        day(Scope.parse(scope), "-" + limit, limit, limit * 400);

        assertThat(heard.trip())
                .isEqualTo(
                        "daily-loss " + scope + " REDUCE PERSON: day P&L -" + limit + " USD, limit -" + limit + " USD");
    }

    @Test
    void theAccountHaltsAtOneFifthMoreAndNothingElseDoes() {
        day(Scope.ACCOUNT, "-119.999999", 100, 0);
        assertThat(heard.trips).extracting(Trip::severity).containsExactly(Severity.REDUCE);
        heard.forget();

        day(Scope.ACCOUNT, "-120", 100, 1);
        assertThat(heard.trip()).isEqualTo("daily-loss account HALT PERSON: day P&L -120 USD, limit -120 USD");
        heard.forget();
        day(Scope.domain("crypto"), "-500", 50, 2);
        assertThat(heard.trips).extracting(Trip::severity).containsExactly(Severity.REDUCE);
    }

    @Test
    void aGoodDayNeverTripsALossBreaker() {
        SplittableRandom random = new SplittableRandom(3);
        long profit = 0;
        for (int i = 0; i < 10_000; i++) {
            profit += random.nextLong(0, 3_000_000);
            Cash made = Cash.ofMicros(profit);
            for (Scope scope : List.of(Scope.ACCOUNT, Scope.domain("crypto"), FAR)) {
                breakers.onDay(
                        new DayFigures(scope, DAY.plusDays(i / 100), made, Cash.ofUsd(25), random.nextBoolean()),
                        at(i));
                breakers.drawdown().onDrawdown(scope, Cash.ZERO, Cash.ofUsd(50), true);
            }
        }

        assertThat(heard.trips).isEmpty();
    }

    @Test
    void aLossThatIsOnlyALowerBoundTripsNothing() {
        breakers.onDay(new DayFigures(Scope.ACCOUNT, DAY, Cash.ofUsd(-500), Cash.ofUsd(100), false), at(0));
        breakers.onDay(new DayFigures(FAR, DAY, Cash.ofUsd(-500), Cash.ofUsd(25), false), at(0));
        breakers.drawdown().onDrawdown(FAR, Cash.ofUsd(500), Cash.ofUsd(50), false);

        assertThat(heard.trips).isEmpty();
    }

    @Test
    void aDrawdownOfTheLimitReduces() {
        breakers.drawdown().onDrawdown(FAR, Cash.parse("49.999999"), Cash.ofUsd(50), true);
        assertThat(heard.trips).isEmpty();

        breakers.drawdown().onDrawdown(FAR, Cash.ofUsd(50), Cash.ofUsd(50), true);

        assertThat(heard.trip()).isEqualTo("drawdown strategy:far REDUCE PERSON: drawdown 50 USD, limit 50 USD");
    }

    @Test
    void losingMoreThanHalfTheDailyLimitWithinFiveMinutesReducesTheStrategy() {
        day(FAR, "10", 25, 0);
        day(FAR, "-2.5", 25, 299);
        assertThat(heard.trips).isEmpty();

        day(FAR, "-2.500001", 25, 299);

        assertThat(heard.trip())
                .isEqualTo("loss-rate strategy:far REDUCE PERSON: loss within 5 min 12.500001 USD, limit 12.5 USD");
        breakers.onReset(FAR, LossRateBreaker.NAME);
        heard.forget();
        day(FAR, "-2.6", 25, 300);
        assertThat(heard.trips).isEmpty();
    }

    @Test
    void aSlowLossIsNoLossRate() {
        day(FAR, "10", 25, 0);
        day(FAR, "0", 25, 150);
        day(FAR, "-10", 25, 300);

        assertThat(heard.trips).isEmpty();
    }

    @Test
    void aDayRollIsNoLossAndALossAcrossItIsOne() {
        day(FAR, "30", 25, 0);
        breakers.onDay(new DayFigures(FAR, DAY.plusDays(1), Cash.ZERO, Cash.ofUsd(25), true), at(1));
        assertThat(heard.trips).isEmpty();

        day(Scope.strategy("other"), "-7", 25, 0);
        breakers.onDay(
                new DayFigures(Scope.strategy("other"), DAY.plusDays(1), Cash.ofUsd(-6), Cash.ofUsd(25), true), at(1));
        assertThat(heard.trips).isEmpty();
        breakers.onDay(
                new DayFigures(Scope.strategy("other"), DAY.plusDays(1), Cash.ofUsd(-13), Cash.ofUsd(25), true), at(2));
        assertThat(heard.trip()).contains("loss within 5 min 13 USD");
    }

    @Test
    void whatTrippedStaysOverRestartAndDayRollUntilAPersonResetsIt() {
        TradingStates states = new TradingStates();
        day(Scope.ACCOUNT, "-100", 100, 0);
        breakers.drawdown().onDrawdown(FAR, Cash.ofUsd(50), Cash.ofUsd(50), true);
        List<CauseChange> journal = heard.trips.stream()
                .flatMap(trip -> states.trip(trip, at(0)).changes().stream())
                .toList();
        TradingStates restarted = new TradingStates();
        journal.forEach(restarted::apply);
        heard.forget();

        Breakers anew = new Breakers(BreakerSettings.DEFAULT, 1, heard);
        anew.onDay(new DayFigures(Scope.ACCOUNT, DAY.plusDays(1), Cash.ofUsd(40), Cash.ofUsd(100), true), at(86_400));
        anew.drawdown().onDrawdown(FAR, Cash.ZERO, Cash.ofUsd(50), true);
        anew.onTime(at(86_400));

        assertThat(heard.trips).isEmpty();
        assertThat(heard.clears).isEmpty();
        assertThat(restarted.state(Scope.ACCOUNT)).isEqualTo(TradingState.REDUCE_ONLY);
        assertThat(restarted.state(FAR)).isEqualTo(TradingState.REDUCE_ONLY);
        restarted
                .reset(Scope.ACCOUNT, List.of("daily-loss"), "anna", "found the cause", at(86_401))
                .transition()
                .changes()
                .forEach(restarted::apply);
        assertThat(restarted.state(Scope.ACCOUNT)).isEqualTo(TradingState.ACTIVE);
        assertThat(restarted.state(FAR)).isEqualTo(TradingState.REDUCE_ONLY);
    }

    @Test
    void figuresOfAMarketOrWithoutALimitAreRefused() {
        assertThatThrownBy(() -> new DayFigures(Scope.market("a"), DAY, Cash.ZERO, Cash.ofUsd(1), true))
                .hasMessageContaining("found market:a");
        assertThatThrownBy(() -> new DayFigures(FAR, DAY, Cash.ZERO, Cash.ZERO, true))
                .hasMessageContaining("allowed above 0");
        assertThatThrownBy(() -> breakers.drawdown().onDrawdown(FAR, Cash.ZERO, Cash.ofUsd(-1), true))
                .hasMessageContaining("allowed above 0");
    }
}
