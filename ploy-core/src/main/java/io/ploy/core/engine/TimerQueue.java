package io.ploy.core.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is to be done later on the engine. Timers of one time go off in the order in which they were set. */
final class TimerQueue {
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(
            Comparator.<Timer, Instant>comparing(timer -> timer.at).thenComparing(timer -> timer.number));
    private final Consumer<Instant> alarm;
    private long numbers;

    /**
     * No timers.
     *
     * @param alarm asked to have {@link #runDue} called at a time
     */
    TimerQueue(Consumer<Instant> alarm) {
        this.alarm = alarm;
    }

    Timer set(Instant at, Runnable action) {
        Timer timer = new Timer(at, numbers++, action);
        timers.add(timer);
        alarm.accept(at);
        return timer;
    }

    void runDue(Instant now) {
        for (Timer head = timers.peek(); head != null && !head.at.isAfter(now); head = timers.peek()) {
            timers.poll();
            Runnable action = head.action;
            if (action != null) {
                action.run();
            }
        }
    }

    /** One timer; cancelling it leaves it in the queue without an action. */
    static final class Timer {
        private final Instant at;
        private final long number;
        private @Nullable Runnable action;

        private Timer(Instant at, long number, Runnable action) {
            this.at = at;
            this.number = number;
            this.action = action;
        }

        void cancel() {
            action = null;
        }
    }
}
