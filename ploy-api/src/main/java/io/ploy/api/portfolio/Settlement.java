package io.ploy.api.portfolio;

import io.ploy.api.Experimental;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Carries operations on outcome sets to a venue or its chain. Success is reported only when balances moved.
 *
 * <p><b>Threading.</b> Methods return without waiting; results come from any thread.
 */
@Experimental
public interface Settlement {
    /**
     * Connects with the engine.
     *
     * @param listener receives every move of every operation, any thread
     */
    void start(Consumer<OperationEvent> listener);

    /**
     * Carries out an operation once.
     *
     * @param operation durable by now
     */
    void execute(Operation operation);

    /**
     * Finds out what became of an operation that an earlier run asked for. Never carries it out: if it cannot happen any
     * more, it failed. What is found comes to the listener.
     *
     * @param operation as it was asked for
     * @param requestedAt when, engine time
     */
    void resume(Operation operation, Instant requestedAt);
}
