package io.ploy.core.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something decided about performance that must survive a restart. Applied in their order to a new {@link Performance},
 * the changes make it what the old one was. Amounts in micros.
 */
public sealed interface PerformanceChange {
    /**
     * When it was decided.
     *
     * @return engine time
     */
    Instant at();

    /**
     * Calls the case of this change.
     *
     * @param cases one for each kind
     * @param <R> what the cases give
     * @return what the case gave
     */
    <R> R match(Cases<R> cases);

    /**
     * A day began.
     *
     * @param day which, UTC
     * @param at when it was noticed
     * @param equities where every scope stood at its beginning, in the order of the scopes
     */
    record DayRolled(LocalDate day, Instant at, List<ScopeEquity> equities) implements PerformanceChange {
        /** Copies the list. */
        public DayRolled {
            equities = List.copyOf(equities);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dayRolled(this);
        }
    }

    /**
     * Equity, less flows, was never higher at trusted marks.
     *
     * @param scope whose
     * @param profit since the beginning of all
     * @param at when
     */
    record PeakRaised(PerformanceScope scope, long profit, Instant at) implements PerformanceChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.peakRaised(this);
        }
    }

    /**
     * Drawdown is measured from here on.
     *
     * @param scope whose
     * @param profit since the beginning of all: the new peak
     * @param capital cash and holdings of the account at this moment; 0 for a domain or a strategy
     * @param who decided it: a person, or {@link #START}
     * @param why in words
     * @param at when
     */
    record BaselineSet(PerformanceScope scope, long profit, long capital, String who, String why, Instant at)
            implements PerformanceChange {
        /** Who sets the first baseline. */
        public static final String START = "start";

        /** Checks that somebody is named. */
        public BaselineSet {
            if (who.isBlank()) {
                throw new IllegalArgumentException("nobody sets the baseline of " + scope);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.baselineSet(this);
        }
    }

    /**
     * Nothing that a strategy traded of an event is open any more, and its fills there are final. Comes again for an event that
     * was entered again, or whose profit was corrected, and stands for the earlier one then.
     *
     * @param strategy whose event
     * @param event names it; a market that belongs to no event is one by itself
     * @param profit what the strategy made there, fees counted
     * @param losses how many events in a row it lost after this
     * @param at when
     */
    record EventSettled(String strategy, String event, long profit, int losses, Instant at)
            implements PerformanceChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.eventSettled(this);
        }
    }

    /**
     * A person forgave a losing streak.
     *
     * @param strategy whose
     * @param who decided it
     * @param why in words
     * @param at when
     */
    record StreakReset(String strategy, String who, String why, Instant at) implements PerformanceChange {
        /** Checks that somebody is named. */
        public StreakReset {
            if (who.isBlank()) {
                throw new IllegalArgumentException("nobody resets the streak of " + strategy);
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.streakReset(this);
        }
    }

    /**
     * What was held is worth so much, should the process end here.
     *
     * @param marks the trusted marks that changed since they were last recorded, in the order of the instruments
     * @param at when
     */
    record MarksNoted(List<NotedMark> marks, Instant at) implements PerformanceChange {
        /** Copies the list. */
        public MarksNoted {
            marks = List.copyOf(marks);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.marksNoted(this);
        }
    }

    /**
     * One function for each kind of change.
     *
     * @param <R> what they give
     */
    interface Cases<R> {
        /**
         * A day began.
         *
         * @param change it
         * @return anything
         */
        R dayRolled(DayRolled change);

        /**
         * A peak rose.
         *
         * @param change it
         * @return anything
         */
        R peakRaised(PeakRaised change);

        /**
         * A baseline was set.
         *
         * @param change it
         * @return anything
         */
        R baselineSet(BaselineSet change);

        /**
         * An event was settled.
         *
         * @param change it
         * @return anything
         */
        R eventSettled(EventSettled change);

        /**
         * A streak was forgiven.
         *
         * @param change it
         * @return anything
         */
        R streakReset(StreakReset change);

        /**
         * Marks were recorded.
         *
         * @param change it
         * @return anything
         */
        R marksNoted(MarksNoted change);
    }
}
