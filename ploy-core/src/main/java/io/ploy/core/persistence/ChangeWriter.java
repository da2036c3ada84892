package io.ploy.core.persistence;

import io.ploy.core.breaker.CauseChange;
import io.ploy.core.performance.NotedMark;
import io.ploy.core.performance.PerformanceChange;
import io.ploy.core.performance.PerformanceScope;
import io.ploy.core.performance.ScopeEquity;

/** Writes changes of performance and of trading states. {@link ChangeReader} reads the same parts in the same order. */
final class ChangeWriter implements PerformanceChange.Cases<ByteSink> {
    /** The kinds of changes of performance; a number is never given to another kind. */
    static final int DAY_ROLLED = 1;

    static final int PEAK_RAISED = 2;
    static final int BASELINE_SET = 3;
    static final int EVENT_SETTLED = 4;
    static final int STREAK_RESET = 5;
    static final int MARKS_NOTED = 6;

    private final ByteSink out;
    private final ValueWriter values;

    ChangeWriter(ByteSink out, ValueWriter values) {
        this.out = out;
        this.values = values;
    }

    /** The oldest version in which all of a change can be written. */
    static int versionOf(PerformanceChange change) {
        return change instanceof PerformanceChange.DayRolled rolled
                        && rolled.equities().stream().anyMatch(ChangeWriter::hasIncome)
                ? 2
                : 1;
    }

    private static boolean hasIncome(ScopeEquity equity) {
        return equity.income() != 0 || equity.gas() != 0;
    }

    private void scope(PerformanceScope scope) {
        values.constant(scope.kind());
        out.text(scope.name());
    }

    @Override
    public ByteSink dayRolled(PerformanceChange.DayRolled change) {
        int version = versionOf(change);
        out.unsigned(DAY_ROLLED);
        out.signed(change.day().toEpochDay());
        values.instant(change.at());
        out.unsigned(change.equities().size());
        for (ScopeEquity equity : change.equities()) {
            scope(equity.scope());
            out.signed(equity.equity());
            out.signed(equity.economic());
            out.signed(equity.confirmed());
            out.signed(equity.realised());
            out.signed(equity.fees());
            if (version > 1) {
                out.signed(equity.income());
                out.signed(equity.gas());
            }
        }
        return out;
    }

    @Override
    public ByteSink peakRaised(PerformanceChange.PeakRaised change) {
        out.unsigned(PEAK_RAISED);
        scope(change.scope());
        out.signed(change.profit());
        values.instant(change.at());
        return out;
    }

    @Override
    public ByteSink baselineSet(PerformanceChange.BaselineSet change) {
        out.unsigned(BASELINE_SET);
        scope(change.scope());
        out.signed(change.profit());
        out.signed(change.capital());
        out.text(change.who());
        out.text(change.why());
        values.instant(change.at());
        return out;
    }

    @Override
    public ByteSink eventSettled(PerformanceChange.EventSettled change) {
        out.unsigned(EVENT_SETTLED);
        out.text(change.strategy());
        out.text(change.event());
        out.signed(change.profit());
        out.unsigned(change.losses());
        values.instant(change.at());
        return out;
    }

    @Override
    public ByteSink streakReset(PerformanceChange.StreakReset change) {
        out.unsigned(STREAK_RESET);
        out.text(change.strategy());
        out.text(change.who());
        out.text(change.why());
        values.instant(change.at());
        return out;
    }

    @Override
    public ByteSink marksNoted(PerformanceChange.MarksNoted change) {
        out.unsigned(MARKS_NOTED);
        out.unsigned(change.marks().size());
        for (NotedMark mark : change.marks()) {
            values.instrument(mark.instrument());
            out.unsigned(mark.sizeMicros());
            out.unsigned(mark.valueMicros());
        }
        values.instant(change.at());
        return out;
    }

    void cause(CauseChange change) {
        out.flag(change.set());
        values.constant(change.scope().kind());
        out.text(change.scope().name());
        out.text(change.cause());
        values.constant(change.severity());
        values.constant(change.recovery());
        out.text(change.who());
        out.text(change.why());
        values.instant(change.at());
    }
}
