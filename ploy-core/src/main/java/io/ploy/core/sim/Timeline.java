package io.ploy.core.sim;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Virtual time, and what is to happen on it. Tasks run in the order of their times; tasks of one time run in the order in
 * which they were scheduled, so the same schedule gives the same run.
 *
 * <p><b>Threading.</b> One thread at a time. {@link #clock()} may be read from any thread.
 */
public final class Timeline {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final Clock clock = new VirtualClock();
    private volatile Instant now;
    private long scheduled;

    /**
     * A time line without tasks.
     *
     * @param start where it begins
     */
    public Timeline(Instant start) {
        now = start;
    }

    /**
     * Where the time line is.
     *
     * @return never goes back
     */
    public Instant now() {
        return now;
    }

    /**
     * The time line's clock.
     *
     * @return UTC
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Adds a task.
     *
     * @param at when to run it; a time gone by means as soon as possible
     * @param action what to do; the clock shows its time meanwhile
     */
    public void schedule(Instant at, Runnable action) {
        tasks.add(new Task(at.isBefore(now) ? now : at, scheduled++, action));
    }

    /**
     * When the next task is due.
     *
     * @return absent if there is none
     */
    public Optional<Instant> next() {
        Task head = tasks.peek();
        return head == null ? Optional.empty() : Optional.of(head.at);
    }

    /**
     * Runs the next task and moves the clock to its time.
     *
     * @return false if there is none
     */
    public boolean runNext() {
        Task task = tasks.poll();
        if (task == null) {
            return false;
        }
        now = task.at;
        task.action.run();
        return true;
    }

    /**
     * Runs every task due by a time, those scheduled meanwhile included, and moves the clock to it.
     *
     * @param until the time; a time gone by changes nothing
     */
    public void runUntil(Instant until) {
        for (Task head = tasks.peek(); head != null && !head.at.isAfter(until); head = tasks.peek()) {
            runNext();
        }
        if (until.isAfter(now)) {
            now = until;
        }
    }

    private record Task(Instant at, long number, Runnable action) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final class VirtualClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone).withZone(zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
