package io.ploy.testkit.polymarket.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every strike, in order. Keeps the newest in full, and the count of all. Any thread. */
public final class FaultLog {
    private static final int KEPT = 100_000;

    private final ArrayList<Firing> firings = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long number;
    private boolean pending;
    private Consumer<Firing> listener = firing -> {};

    /**
     * Tells of strikes as they are written down: a strike is told when the next one comes, or by {@link #flush}.
     *
     * @param told on the venue's thread
     */
    public synchronized void listen(Consumer<Firing> told) {
        listener = told;
    }

    synchronized void add(Instant at, FaultSpec spec, long occasion, String where) {
        flush();
        if (firings.size() == KEPT) {
            firings.subList(0, KEPT / 2).clear();
        }
        firings.add(new Firing(++number, at, spec.name(), spec.fault(), occasion, where, ""));
        pending = true;
        counts.merge(spec.name(), 1L, Long::sum);
    }

    /** Completes the newest strike. */
    synchronized void say(String what) {
        if (!firings.isEmpty()) {
            Firing last = firings.remove(firings.size() - 1);
            firings.add(new Firing(
                    last.number(), last.at(), last.name(), last.fault(), last.occasion(), last.where(), what));
        }
    }

    /** Tells the listener of a strike that still waits. */
    public synchronized void flush() {
        if (pending) {
            pending = false;
            listener.accept(firings.get(firings.size() - 1));
        }
    }

    /**
     * The strikes.
     *
     * @return the newest 50,000 at least, oldest first
     */
    public synchronized List<Firing> firings() {
        return List.copyOf(firings);
    }

    /**
     * How often a fault struck.
     *
     * @param name of the injected fault
     * @return a count
     */
    public synchronized long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
