package io.ploy.core.engine;

import io.ploy.api.market.MarketEvent;
import java.time.Duration;

/** Where the engine runs: one task at a time, in the order in which they were given. Thread-safe. */
interface EngineExecutor extends AutoCloseable {
    /**
     * Connects the executor with the engine.
     *
     * @param handler what market events and ends of tasks are told to
     */
    void start(Handler handler);

    /** Runs a task after those given before; it may run before this call returns. */
    void execute(Runnable task);

    /** Hands over a market event without an allocation, after the tasks given before. */
    void market(MarketEvent event);

    /** Counts work that will come back as a task, so that {@link #awaitIdle} waits for it. */
    void begin();

    /** Ends what {@link #begin} counted, after the task that came of it was given. */
    void end();

    /**
     * Waits until nothing is queued, running or under way elsewhere.
     *
     * @return false if the time was up first
     */
    boolean awaitIdle(Duration timeout);

    /** Whether the caller is the engine. */
    boolean isEngineThread();

    /** Runs what is queued and stops. Further tasks are dropped. */
    @Override
    void close();

    /** What an executor calls, one at a time. */
    interface Handler {
        /** One market event. */
        void onMarketEvent(MarketEvent event);

        /** A task or market event is over. */
        void onTaskEnd();

        /** The queue is empty for now, or a batch is over. */
        void onBatchEnd();

        /** A task threw. */
        void onFault(Throwable fault);
    }
}
