package io.ploy.connectors.polymarket.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** Time that moves only when told. What is due runs on the thread that moves it; a pause moves it by itself. */
public final class ManualTime implements TimeSource {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final Instant start;
    private long nanos;
    private long count;

    public ManualTime(Instant start) {
        this.start = start;
    }

    private static final class Task implements Comparable<Task> {
        private final long due;
        private final long order;
        private final Runnable run;

        Task(long due, long order, Runnable run) {
            this.due = due;
            this.order = order;
            this.run = run;
        }

        @Override
        public int compareTo(Task other) {
            return due != other.due ? Long.compare(due, other.due) : Long.compare(order, other.order);
        }
    }

    @Override
    public synchronized Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Scheduled after(Duration delay, Runnable task) {
        Task added = new Task(nanos + delay.toNanos(), count++, task);
        tasks.add(added);
        return () -> remove(added);
    }

    private synchronized void remove(Task task) {
        tasks.remove(task);
    }

    /** How many things are to be done later. */
    public synchronized int pending() {
        return tasks.size();
    }

    @Override
    public void pause(Duration delay) {
        advance(delay);
    }

    /** Moves on, doing what becomes due in the order of its time. */
    public void advance(Duration by) {
        long until = nanos() + by.toNanos();
        while (true) {
            Task next;
            synchronized (this) {
                next = tasks.peek();
                if (next == null || next.due > until) {
                    nanos = Math.max(nanos, until);
                    return;
                }
                tasks.remove();
                nanos = Math.max(nanos, next.due);
            }
            next.run.run();
        }
    }

    @Override
    public synchronized void close() {
        tasks.clear();
    }
}
