package io.ploy.core.persistence;

import io.ploy.core.breaker.CauseChange;
import io.ploy.core.breaker.Recovery;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Severity;
import io.ploy.core.performance.NotedMark;
import io.ploy.core.performance.PerformanceChange;
import io.ploy.core.performance.PerformanceScope;
import io.ploy.core.performance.ScopeEquity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ChangeWriter} wrote. */
final class ChangeReader {
    private final ByteSource in;
    private final ValueReader values;

    ChangeReader(ByteSource in, ValueReader values) {
        this.in = in;
        this.values = values;
    }

    PerformanceChange performance(int version) {
        int kind = Math.toIntExact(in.unsigned());
        return switch (kind) {
            case ChangeWriter.DAY_ROLLED -> dayRolled(version);
            case ChangeWriter.PEAK_RAISED -> new PerformanceChange.PeakRaised(scope(), in.signed(), values.instant());
            case ChangeWriter.BASELINE_SET ->
                new PerformanceChange.BaselineSet(
                        scope(), in.signed(), in.signed(), in.text(), in.text(), values.instant());
            case ChangeWriter.EVENT_SETTLED ->
                new PerformanceChange.EventSettled(
                        in.text(), in.text(), in.signed(), Math.toIntExact(in.unsigned()), values.instant());
            case ChangeWriter.STREAK_RESET ->
                new PerformanceChange.StreakReset(in.text(), in.text(), in.text(), values.instant());
            case ChangeWriter.MARKS_NOTED -> new PerformanceChange.MarksNoted(marks(), values.instant());
            default -> throw new IllegalArgumentException("no change of performance has the number " + kind);
        };
    }

    private PerformanceScope scope() {
        return new PerformanceScope(values.constant(PerformanceScope.Kind.class), in.text());
    }

    private PerformanceChange dayRolled(int version) {
        LocalDate day = LocalDate.ofEpochDay(in.signed());
        Instant at = values.instant();
        List<ScopeEquity> equities = new ArrayList<>();
        for (long left = in.unsigned(); left > 0; left--) {
            equities.add(new ScopeEquity(
                    scope(),
                    in.signed(),
                    in.signed(),
                    in.signed(),
                    in.signed(),
                    in.signed(),
                    version == 1 ? 0 : in.signed(),
                    version == 1 ? 0 : in.signed()));
        }
        return new PerformanceChange.DayRolled(day, at, equities);
    }

    private List<NotedMark> marks() {
        List<NotedMark> marks = new ArrayList<>();
        for (long left = in.unsigned(); left > 0; left--) {
            marks.add(new NotedMark(values.instrument(), in.unsigned(), in.unsigned()));
        }
        return marks;
    }

    CauseChange cause() {
        return new CauseChange(
                in.flag(),
                new Scope(values.constant(Scope.Kind.class), in.text()),
                in.text(),
                values.constant(Severity.class),
                values.constant(Recovery.class),
                in.text(),
                in.text(),
                values.instant());
    }
}
