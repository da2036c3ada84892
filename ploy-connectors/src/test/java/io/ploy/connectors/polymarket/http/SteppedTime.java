package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that moves on by itself, to the next thing that is due, as soon as all threads that share it wait. */
final class SteppedTime implements TimeSource {
    private final Instant start;
    private final List<Long> due = new ArrayList<>();
    private int threads;
    private long nanos;

    SteppedTime(Instant start, int threads) {
        this.start = start;
        this.threads = threads;
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
    public synchronized void pause(Duration delay) throws InterruptedException {
        Long until = nanos + delay.toNanos();
        due.add(until);
        step();
        while (nanos < until) {
            wait();
        }
    }

    /** Says that one of the threads has ended. */
    synchronized void leave() {
        threads--;
        step();
    }

    private void step() {
        if (threads > 0 && due.size() == threads) {
            nanos = Math.max(
                    nanos, due.stream().mapToLong(Long::longValue).min().orElse(nanos));
            due.removeIf(until -> until <= nanos);
            notifyAll();
        }
    }

    @Override
    public Scheduled after(Duration delay, Runnable task) {
        throw new UnsupportedOperationException("nothing here is done later");
    }

    @Override
    public void close() {}
}
