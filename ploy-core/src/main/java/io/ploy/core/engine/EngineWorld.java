package io.ploy.core.engine;

import io.ploy.core.sim.Timeline;
import io.ploy.core.time.SystemClockTicker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What time is and where the engine runs: the only things that differ between a live system, paper trading and a backtest
 * besides where data comes from and where orders go.
 */
public final class EngineWorld {
    private final Clock clock;
    private final EngineExecutor executor;
    private final BiConsumer<Instant, Runnable> alarm;
    private final @Nullable LongSupplier ticker;
    private final boolean inline;
    private final Runnable cleanUp;

    private EngineWorld(
            Clock clock,
            EngineExecutor executor,
            BiConsumer<Instant, Runnable> alarm,
            @Nullable LongSupplier ticker,
            boolean inline,
            Runnable cleanUp) {
        this.clock = clock;
        this.executor = executor;
        this.alarm = alarm;
        this.ticker = ticker;
        this.inline = inline;
        this.cleanUp = cleanUp;
    }

    /**
     * A world on real time: the engine has a thread of its own, and strategies a time budget.
     *
     * @param clock tells the time, UTC
     * @return to be used for one engine
     */
    public static EngineWorld live(Clock clock) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "ploy-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        BiConsumer<Instant, Runnable> alarm = (at, wake) -> {
            Duration wait = Duration.between(clock.instant(), at);
            // A timer that fires early would find nothing due, so the wait is rounded up.
            ScheduledFuture<?> unused =
                    timer.schedule(wake, Math.max(0, wait.toNanos() / 1_000_000 + 1), TimeUnit.MILLISECONDS);
        };
        return new EngineWorld(
                clock, new EngineThread("ploy-engine"), alarm, SystemClockTicker.INSTANCE, false, timer::shutdownNow);
    }

    /**
     * A world on virtual time in which the caller's thread does everything: the same events give the same run, bit for
     * bit.
     *
     * @param timeline tells the time and wakes timers
     * @return to be used for one engine
     */
    public static EngineWorld virtual(Timeline timeline) {
        return new EngineWorld(timeline.clock(), new InlineExecutor(), timeline::schedule, null, true, () -> {});
    }

    /**
     * A world on virtual time in which the engine, the journal and the preparing of orders have their threads as in a live
     * system. Whoever moves the time line waits for the engine to be idle between two moves.
     *
     * @param timeline tells the time and wakes timers
     * @return to be used for one engine
     */
    public static EngineWorld virtualWithThreads(Timeline timeline) {
        return new EngineWorld(
                timeline.clock(), new EngineThread("ploy-engine"), timeline::schedule, null, false, () -> {});
    }

    Clock clock() {
        return clock;
    }

    EngineExecutor executor() {
        return executor;
    }

    BiConsumer<Instant, Runnable> alarm() {
        return alarm;
    }

    @Nullable
    LongSupplier ticker() {
        return ticker;
    }

    boolean inline() {
        return inline;
    }

    /** Whether time is moved by somebody, rather than passing by itself. */
    boolean isVirtual() {
        return ticker == null;
    }

    void close() {
        cleanUp.run();
    }
}
