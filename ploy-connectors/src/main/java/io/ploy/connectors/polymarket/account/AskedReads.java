package io.ploy.connectors.polymarket.account;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads whose end somebody waits for. Each ends once, whatever happens, also where the account closes before its turn.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class AskedReads implements AutoCloseable {
    private final Executor worker;
    private final Set<Runnable> open = ConcurrentHashMap.newKeySet();

    AskedReads(Executor worker) {
        this.worker = worker;
    }

    /**
     * Reads soon.
     *
     * @param read what is to be done; waits for the network
     * @param closed what it comes to if it is not done
     * @param ends told of its end
     */
    <T> void ask(Supplier<T> read, Supplier<T> closed, Consumer<T> ends) {
        // A capturing expression makes a new one each time, so each stands for itself.
        Runnable dropped = () -> ends.accept(closed.get());
        open.add(dropped);
        boolean runs = Workers.run(worker, () -> {
            T end = read.get();
            if (open.remove(dropped)) {
                ends.accept(end);
            }
        });
        if (!runs) {
            drop(dropped);
        }
    }

    private void drop(Runnable dropped) {
        if (open.remove(dropped)) {
            dropped.run();
        }
    }

    /** Ends what did not end. The worker is closed by now. */
    @Override
    public void close() {
        open.forEach(this::drop);
    }
}
