package io.ploy.api.signal;

import io.ploy.api.Experimental;
import java.util.function.Consumer;

/**
 * Produces signals. A {@code ServiceLoader} provider or given to the builder.
 *
 * <p><b>Threading.</b> Owns its threads. The listener may be called from any of them and returns at once.
 */
@Experimental
public interface SignalSource extends AutoCloseable {
    /**
     * The source's short name.
     *
     * @return lower case with hyphens
     */
    String name();

    /**
     * Starts producing.
     *
     * @param listener receives each signal
     */
    void start(Consumer<Signal> listener);

    /** Stops and releases threads and sockets. */
    @Override
    void close();
}
