package io.ploy.testkit.polymarket.time;

import io.ploy.core.sim.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread on which a simulated venue lives, and the time line it runs. All of the venue's state is touched here
 * alone; requests come in as tasks, in the order in which they were handed over.
 *
 * <p>With real time the time line follows a clock, times a speed, and a task sees everything that was due before it. With
 * manual time it moves only through {@link #advance}, so one order of requests gives one run.
 *
 * <p><b>Threading.</b> {@link #execute}, {@link #submit}, {@link #ask}, {@link #advance} and {@link #close} may be called
 * from any thread; {@link #timeline()} is for tasks only.
 */
public final class VenueLoop implements AutoCloseable {
    private final Timeline timeline;
    private final Pace pace;
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Thread thread;
    private boolean closed;

    private VenueLoop(Timeline timeline, Pace pace) {
        this.timeline = timeline;
        this.pace = pace;
        thread = new Thread(this::run, "simulated-polymarket");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A loop whose time goes by.
     *
     * @param clock the time that passes outside; its time now is where the time line starts
     * @param speed venue seconds for each second of the clock, above zero
     * @return a running loop
     * @throws IllegalArgumentException if the speed is not above zero
     */
    public static VenueLoop realTime(Clock clock, double speed) {
        Instant start = clock.instant();
        return new VenueLoop(new Timeline(start), Pace.following(clock, start, speed));
    }

    /**
     * A loop whose time stands still until it is moved.
     *
     * @param start where the time line starts
     * @return a running loop
     */
    public static VenueLoop manual(Instant start) {
        return new VenueLoop(new Timeline(start), Pace.still());
    }

    /**
     * The time line, for tasks of this loop.
     *
     * @return virtual time and what is to happen on it
     */
    public Timeline timeline() {
        return timeline;
    }

    /**
     * The venue's time, for any thread.
     *
     * @return the time line's clock
     */
    public Clock clock() {
        return timeline.clock();
    }

    /**
     * Runs a task after those handed over before.
     *
     * @param task must not wait; what it throws ends the task and goes to the thread's uncaught handler
     * @throws RejectedExecutionException if the loop is closed
     */
    public void execute(Runnable task) {
        lock.lock();
        try {
            if (closed) {
                throw new RejectedExecutionException("the simulated venue is closed");
            }
            tasks.add(task);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs a task and hands back what it makes.
     *
     * @param task must not wait
     * @param <T> what it makes
     * @return completed on the loop's thread, exceptionally if the task throws
     * @throws RejectedExecutionException if the loop is closed
     */
    public <T> CompletableFuture<T> submit(Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        execute(() -> {
            try {
                result.complete(task.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /**
     * Runs a task and waits for what it makes: for set-up and for tests, never on the loop's own thread.
     *
     * @param task must not wait
     * @param <T> what it makes
     * @return what it made
     */
    public <T> T ask(Supplier<T> task) {
        if (Thread.currentThread() == thread) {
            return task.get();
        }
        try {
            return submit(task).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /**
     * Moves manual time on and waits until everything due by then has happened.
     *
     * @param step not negative
     * @throws IllegalStateException if the loop's time goes by of itself
     */
    public void advance(Duration step) {
        if (!pace.isStill()) {
            throw new IllegalStateException("this venue's time goes by of itself");
        }
        ask(() -> {
            timeline.runUntil(timeline.now().plus(step));
            return true;
        });
    }

    /** Ends the thread. Tasks not begun are dropped. Further calls do nothing. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        if (Thread.currentThread() != thread) {
            joinThread();
        }
    }

    private void joinThread() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (awaitWork()) {
                step();
            }
        } catch (InterruptedException e) {
            close();
        }
    }

    /** Waits until there is a task or something is due; false once the loop is closed. */
    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            long left = nanosToNext();
            while (!closed && tasks.isEmpty() && left > 0) {
                left = Math.min(work.awaitNanos(left), nanosToNext());
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private long nanosToNext() {
        return pace.isStill()
                ? Long.MAX_VALUE
                : timeline.next().map(pace::nanosUntil).orElse(Long.MAX_VALUE);
    }

    private @Nullable Runnable poll() {
        lock.lock();
        try {
            return tasks.poll();
        } finally {
            lock.unlock();
        }
    }

    private void step() {
        try {
            if (!pace.isStill()) {
                timeline.runUntil(pace.now());
            }
            Runnable task = poll();
            if (task != null) {
                task.run();
            }
        } catch (RuntimeException e) {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
