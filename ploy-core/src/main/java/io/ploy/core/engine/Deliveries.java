package io.ploy.core.engine;

import java.util.ArrayDeque;

/** Callbacks that wait for the one under way to end, so that nobody is called while they are calling. */
final class Deliveries {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

    void add(Runnable callback) {
        waiting.add(callback);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Runs what waits, and what that adds. */
    void run() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
