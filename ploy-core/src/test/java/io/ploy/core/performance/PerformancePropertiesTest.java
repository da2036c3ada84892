package io.ploy.core.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.core.performance.NaivePerformance.Sum;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random sessions of three strategies in six markets over many days. */
@Tag("matrix")
class PerformancePropertiesTest {
    private static final int SEQUENCES = 100;
    private static final int EVENTS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyFigureIsWhatAddingUpEverythingGives(long seed) {
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            RandomSession session = new RandomSession(seed * 1_000 + sequence);
            NaivePerformance naive = new NaivePerformance(session);
            for (int event = 0; event < EVENTS; event++) {
                session.step();
                naive.step();
                if (event % 3 == 0) {
                    compare(session, naive);
                }
            }
        }
    }

    private static void compare(RandomSession session, NaivePerformance naive) {
        Desk desk = session.desk;
        naive.sums.forEach((scope, sum) -> {
            DayFigures day = desk.performance.day(scope, desk.now);
            Sum start = naive.starts.getOrDefault(scope, Sum.NONE);
            assertThat(day.economic().micros()).as("%s", scope).isEqualTo(sum.economic() - start.economic());
            assertThat(day.confirmed().micros()).isEqualTo(sum.confirmed() - start.confirmed());
            assertThat(day.lowerBound().micros())
                    .isEqualTo(
                            Math.min(sum.economicLeast() - start.economic(), sum.confirmedLeast() - start.confirmed()));
            assertThat(day.bound()).isEqualTo(sum.bound());
            assertThat(day.realised()
                            .plus(day.unrealised())
                            .minus(day.fees())
                            .plus(day.income())
                            .minus(day.gas()))
                    .isEqualTo(day.economic());
            long peak = naive.peaks.getOrDefault(scope, 0L);
            assertThat(day.drawdown()).isEqualTo(Cash.ofMicros(Math.max(0, peak - sum.worse())));
            assertThat(desk.performance.drawdown(scope, desk.now))
                    .isEqualTo(Math.max(0, peak - Math.min(sum.economicLeast(), sum.confirmedLeast())));
        });
        Sum account = naive.sums.get(PerformanceScope.ACCOUNT);
        assertThat(desk.performance.attribution(desk.now).net()).isEqualTo(Cash.ofMicros(account.economic()));
        for (String strategy : RandomSession.STRATEGIES) {
            assertThat(desk.performance.lossStreak(strategy)).isEqualTo(naive.losses.getOrDefault(strategy, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void recordedChangesGiveTheSameStateAtEveryPrefix(long seed) {
        RandomSession session = new RandomSession(seed);
        List<PerformanceChange> told = new ArrayList<>();
        Performance follower = session.desk.fresh(told);
        int applied = 0;
        for (int event = 0; event < 1_000; event++) {
            session.step();
            for (; applied < session.desk.changes.size(); applied++) {
                follower.apply(session.desk.changes.get(applied));
            }
            assertThat(follower.state())
                    .hasToString(session.desk.performance.state().toString());
        }
        assertThat(told).isEmpty();
        assertThat(session.desk.changes)
                .extracting(change -> (Object) change.getClass())
                .contains((Object[]) PerformanceChange.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aRestartAfterAnEndInOrderChangesNoFigure(long seed) {
        RandomSession session = new RandomSession(seed);
        Desk desk = session.desk;
        for (int event = 0; event < 1_000; event++) {
            session.step();
            if (event % 25 == 0) {
                session.trustAll();
                desk.performance.end(desk.now);
                List<PerformanceScope> scopes = desk.performance.scopes();
                List<DayFigures> before = figures(desk, scopes);
                int changes = desk.changes.size();

                desk.restart();

                assertThat(figures(desk, scopes)).isEqualTo(before);
                assertThat(desk.changes).hasSize(changes);
            }
        }
    }

    private static List<DayFigures> figures(Desk desk, List<PerformanceScope> scopes) {
        return scopes.stream()
                .map(scope -> desk.performance.day(scope, desk.now))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneSessionGivesOneRecord(long seed) {
        RandomSession one = new RandomSession(seed);
        RandomSession other = new RandomSession(seed);
        for (int event = 0; event < 500; event++) {
            one.step();
            other.step();
        }

        assertThat(one.desk.changes).isEqualTo(other.desk.changes);
    }
}
