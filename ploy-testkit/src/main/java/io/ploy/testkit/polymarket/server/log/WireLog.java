package io.ploy.testkit.polymarket.server.log;

import java.util.ArrayDeque;
import java.util.List;

/** What crossed the wire, in the order in which the venue decided it. Keeps the newest. Any thread. */
public final class WireLog {
    private final int capacity;
    private final ArrayDeque<Exchange> exchanges = new ArrayDeque<>();
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();

    /**
     * An empty log.
     *
     * @param capacity how many exchanges and how many frames it keeps, not negative
     */
    public WireLog(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("negative capacity: " + capacity);
        }
        this.capacity = capacity;
    }

    /**
     * Adds an exchange.
     *
     * @param exchange the newest
     */
    public synchronized void add(Exchange exchange) {
        push(exchanges, exchange);
    }

    /**
     * Adds a frame.
     *
     * @param frame the newest
     */
    public synchronized void add(Frame frame) {
        push(frames, frame);
    }

    /**
     * Requests and answers.
     *
     * @return a copy, oldest first
     */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /**
     * What happened on WebSockets.
     *
     * @return a copy, oldest first
     */
    public synchronized List<Frame> frames() {
        return List.copyOf(frames);
    }

    private <T> void push(ArrayDeque<T> kept, T newest) {
        kept.addLast(newest);
        if (kept.size() > capacity) {
            kept.removeFirst();
        }
    }
}
