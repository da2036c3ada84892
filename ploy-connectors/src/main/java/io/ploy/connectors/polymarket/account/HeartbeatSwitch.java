package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.clob.Heartbeat;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the venue's dead-man switch for one set of credentials. Heartbeats go out one at a time, every five seconds by the
 * clock and not by the answers; each names the id of the last answer. Age counts from when the last acknowledged one was
 * sent, which is the earliest the venue can have begun to count.
 *
 * <p><b>Threading.</b> Thread-safe. The watcher is called from the timer or from the worker.
 */
final class HeartbeatSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatSwitch.class);

    static final Duration EVERY = Duration.ofSeconds(5);
    static final Duration LATE_AFTER = Duration.ofMillis(7_500);
    static final Duration BROKEN_AFTER = Duration.ofSeconds(10);
    private static final Duration MISMATCHES_WITHIN = Duration.ofSeconds(30);

    private final Beats beats;
    private final BooleanSupplier fit;
    private final TimeSource time;
    private final Executor worker;
    private final Consumer<HeartbeatState> watcher;

    private HeartbeatState state = HeartbeatState.OFF;
    private String lastId = Heartbeat.FIRST;
    private boolean sending;
    private long ackedSentAt;
    private long mismatchAt;
    private boolean mismatched;
    private TimeSource.@Nullable Scheduled next;
    private TimeSource.@Nullable Scheduled check;

    /**
     * A switch that is not held yet.
     *
     * @param beats sends one heartbeat
     * @param fit asked before each: without a yes none is sent, so that the venue cancels what nobody looks after
     * @param time paces them
     * @param worker runs what waits for the network
     * @param watcher told of each change of state
     */
    HeartbeatSwitch(
            Beats beats, BooleanSupplier fit, TimeSource time, Executor worker, Consumer<HeartbeatState> watcher) {
        this.beats = beats;
        this.fit = fit;
        this.time = time;
        this.worker = worker;
        this.watcher = watcher;
    }

    synchronized HeartbeatState state() {
        return state;
    }

    synchronized void start() {
        if (state == HeartbeatState.OFF) {
            ackedSentAt = time.nanos();
            move(HeartbeatState.STARTING);
            beat();
        }
    }

    /** Sends no more. The venue cancels what still rests once its deadline passes. */
    synchronized void stop() {
        cancel(next);
        cancel(check);
        next = null;
        check = null;
        if (state != HeartbeatState.FOREIGN_WRITER) {
            state = HeartbeatState.OFF;
        }
    }

    private synchronized void beat() {
        if (!isRunning()) {
            return;
        }
        next = time.after(EVERY, this::beat);
        if (!sending) {
            sending = true;
            try {
                worker.execute(this::send);
            } catch (RejectedExecutionException e) {
                sending = false;
            }
        }
    }

    private boolean isRunning() {
        return state != HeartbeatState.OFF && state != HeartbeatState.FOREIGN_WRITER;
    }

    private void send() {
        long sentAt = time.nanos();
        String id;
        synchronized (this) {
            id = lastId;
        }
        @Nullable Heartbeat answer = null;
        try {
            answer = fit.getAsBoolean() ? beats.send(id) : null;
        } catch (RuntimeException e) {
            LOG.warn("heartbeat failed: {}", e.toString());
        }
        if (answered(answer, sentAt)) {
            send();
        }
    }

    /** Takes an answer in; whether another heartbeat goes out at once. */
    private synchronized boolean answered(@Nullable Heartbeat answer, long sentAt) {
        if (!isRunning()) {
            sending = false;
            return false;
        }
        if (answer != null && !answer.accepted()) {
            lastId = answer.nextId();
            if (mismatched && sentAt - mismatchAt < MISMATCHES_WITHIN.toNanos()) {
                sending = false;
                cancel(next);
                cancel(check);
                move(HeartbeatState.FOREIGN_WRITER);
                return false;
            }
            mismatched = true;
            mismatchAt = sentAt;
            return true;
        }
        sending = false;
        if (answer != null) {
            lastId = answer.nextId();
            ackedSentAt = sentAt;
            move(HeartbeatState.OK);
        }
        watch();
        return false;
    }

    /** Looks at the age of the last acknowledged heartbeat, now and when it would next matter. */
    private synchronized void watch() {
        if (!isRunning()) {
            return;
        }
        Duration age = Duration.ofNanos(time.nanos() - ackedSentAt);
        if (age.compareTo(BROKEN_AFTER) >= 0) {
            move(HeartbeatState.BROKEN);
        } else if (age.compareTo(LATE_AFTER) >= 0) {
            if (state != HeartbeatState.BROKEN && state != HeartbeatState.STARTING) {
                move(HeartbeatState.LATE);
            }
            watchIn(BROKEN_AFTER.minus(age));
        } else {
            watchIn(LATE_AFTER.minus(age));
        }
    }

    private void watchIn(Duration delay) {
        cancel(check);
        check = time.after(delay, this::watch);
    }

    private void move(HeartbeatState to) {
        if (state != to) {
            state = to;
            watcher.accept(to);
        }
    }

    private static void cancel(TimeSource.@Nullable Scheduled scheduled) {
        if (scheduled != null) {
            scheduled.cancel();
        }
    }

    /** Sends one heartbeat and waits for the answer. */
    @FunctionalInterface
    interface Beats {
        /**
         * Sends it.
         *
         * @param id of the answer before, empty the first time
         * @return what the venue says
         */
        Heartbeat send(String id);
    }
}
