package io.ploy.core.performance;

import io.ploy.api.market.InstrumentId;
import io.ploy.core.performance.PerformanceChange.BaselineSet;
import io.ploy.core.performance.PerformanceChange.DayRolled;
import io.ploy.core.performance.PerformanceChange.EventSettled;
import io.ploy.core.performance.PerformanceChange.MarksNoted;
import io.ploy.core.performance.PerformanceChange.PeakRaised;
import io.ploy.core.performance.PerformanceChange.StreakReset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the changes come to, and nothing else. */
final class PerformanceState implements PerformanceChange.Cases<Void> {
    private final Map<PerformanceScope, ScopeState> scopes = new TreeMap<>();
    private final Map<String, Streak> streaks = new TreeMap<>();
    private final Map<InstrumentId, Noted> marks = new TreeMap<>();
    private @Nullable LocalDate day;

    /** The day the figures are of; null before the first. */
    @Nullable
    LocalDate day() {
        return day;
    }

    ScopeState scope(PerformanceScope scope) {
        return scopes.computeIfAbsent(scope, name -> new ScopeState());
    }

    /** The scopes that something was decided about. */
    Set<PerformanceScope> scopes() {
        return scopes.keySet();
    }

    Streak streak(String strategy) {
        Streak streak = streaks.get(strategy);
        return streak == null ? Streak.NONE : streak;
    }

    Map<InstrumentId, Noted> marks() {
        return marks;
    }

    void apply(PerformanceChange change) {
        change.match(this);
    }

    @Override
    public Void dayRolled(DayRolled change) {
        day = change.day();
        scopes.values().forEach(scope -> scope.start = null);
        change.equities().forEach(equity -> scope(equity.scope()).start = equity);
        return nothing();
    }

    @Override
    public Void peakRaised(PeakRaised change) {
        scope(change.scope()).peak = change.profit();
        return nothing();
    }

    @Override
    public Void baselineSet(BaselineSet change) {
        ScopeState scope = scope(change.scope());
        scope.peak = change.profit();
        scope.capital = Math.subtractExact(change.capital(), change.profit());
        return nothing();
    }

    @Override
    public Void eventSettled(EventSettled change) {
        streaks.computeIfAbsent(change.strategy(), name -> new Streak())
                .settle(change.event(), change.profit(), change.losses());
        return nothing();
    }

    @Override
    public Void streakReset(StreakReset change) {
        streaks.computeIfAbsent(change.strategy(), name -> new Streak()).forgive();
        return nothing();
    }

    @Override
    public Void marksNoted(MarksNoted change) {
        change.marks().forEach(mark -> marks.put(mark.instrument(), new Noted(mark, change.at())));
        return nothing();
    }

    /** What a function without a result gives. */
    @SuppressWarnings("NullAway")
    private static Void nothing() {
        return null;
    }

    @Override
    public String toString() {
        Map<PerformanceScope, ScopeState> known = new TreeMap<>(scopes);
        known.values().removeIf(ScopeState::isNew);
        return day + " " + known + " " + streaks + " " + marks;
    }

    /** A mark and when it was recorded. */
    record Noted(NotedMark mark, Instant at) {}

    /** What is decided about one scope. Profits are since the beginning of all. */
    static final class ScopeState {
        private @Nullable ScopeEquity start;
        private long peak;
        private long capital;

        /** Where the day began; null if the scope is younger than the day. */
        @Nullable
        ScopeEquity start() {
            return start;
        }

        /** The highest profit at trusted marks since the baseline. */
        long peak() {
            return peak;
        }

        /** What is to be added to profit for equity less flows. */
        long capital() {
            return capital;
        }

        private boolean isNew() {
            return start == null && peak == 0 && capital == 0;
        }

        @Override
        public String toString() {
            return Objects.toString(start) + " peak " + peak + " capital " + capital;
        }
    }
}
