package io.ploy.core.engine;

import io.ploy.api.event.EngineListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's listeners. One that throws is dropped, the others go on. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<EngineListener> listeners;

    Listeners(List<EngineListener> listeners) {
        this.listeners = new ArrayList<>(listeners);
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    void tell(Consumer<EngineListener> what) {
        for (int i = 0; i < listeners.size(); i++) {
            EngineListener listener = listeners.get(i);
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.error(
                        "listener {} failed and is dropped", listener.getClass().getName(), e);
                listeners.remove(i--);
            }
        }
    }
}
