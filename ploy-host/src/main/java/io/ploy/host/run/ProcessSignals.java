package io.ploy.host.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.utils.Signals;

/** Hands the signals that end a process to somebody else. */
public final class ProcessSignals implements AutoCloseable {
    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");

    private final Map<String, Object> before = new HashMap<>();

    /**
     * From now on until it is closed. A signal that is ignored, as under nohup, stays ignored.
     *
     * @param action runs for each signal, on a thread of the system's
     */
    public ProcessSignals(Runnable action) {
        for (String name : NAMES) {
            Object handler = Signals.register(name, action);
            if (handler != null) {
                before.put(name, handler);
            }
        }
    }

    /** Does something while they are handed on. */
    public <T> T during(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void close() {
        before.forEach(Signals::unregister);
    }
}
