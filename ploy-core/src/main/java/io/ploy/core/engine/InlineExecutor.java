package io.ploy.core.engine;

import io.ploy.api.market.MarketEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine on whatever thread calls it, for worlds in which one thread does everything. A task given by a running
 * task waits for that one to end.
 */
final class InlineExecutor implements EngineExecutor {
    private final ArrayDeque<Object> queue = new ArrayDeque<>();
    private @Nullable Handler handler;
    private boolean running;
    private boolean closed;

    @Override
    public void start(Handler connected) {
        handler = connected;
        drain();
    }

    @Override
    public void execute(Runnable task) {
        give(task);
    }

    @Override
    public void market(MarketEvent event) {
        give(event);
    }

    private void give(Object task) {
        if (closed) {
            return;
        }
        if (running || handler == null) {
            queue.add(task);
            return;
        }
        running = true;
        try {
            run(handler, task);
        } finally {
            running = false;
        }
        if (!queue.isEmpty()) {
            drain();
        }
    }

    private void drain() {
        Handler connected = handler;
        if (connected == null || running) {
            return;
        }
        for (Object task = queue.poll(); task != null; task = queue.poll()) {
            running = true;
            try {
                run(connected, task);
            } finally {
                running = false;
            }
        }
    }

    private static void run(Handler connected, Object task) {
        EngineThread.dispatch(connected, task);
        EngineThread.endBatch(connected);
    }

    @Override
    public void begin() {
        // One thread does everything: what is under way has already happened when anyone can ask.
    }

    @Override
    public void end() {
        // See begin.
    }

    @Override
    public boolean awaitIdle(Duration timeout) {
        return queue.isEmpty();
    }

    @Override
    public boolean isEngineThread() {
        return true;
    }

    @Override
    public void close() {
        drain();
        closed = true;
    }
}
