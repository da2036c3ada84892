package io.ploy.api.market;

import io.ploy.api.Experimental;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Streams books, trades and prices of a venue.
 *
 * <p><b>Markets.</b> A feed tells of every market it carries with {@link MarketEvent.MarketChanged}: those that are open,
 * right after the start; others when they are listed; and each again when it changes.
 *
 * <p><b>Threading.</b> All methods may be called from any thread and return without waiting. The feed owns its threads
 * and names them; it calls the listener from one thread at a time.
 *
 * <p><b>Continuity.</b> After a gap the feed says {@link MarketEvent.BookDistrusted} for each book it concerns, before
 * any further data of that book, and then sends a snapshot.
 */
@Experimental
public interface MarketDataFeed extends AutoCloseable {
    /**
     * Starts streaming.
     *
     * @param listener receives every event
     * @throws IllegalStateException if already started
     */
    void start(MarketDataListener listener);

    /**
     * Adds instruments; a snapshot follows for each.
     *
     * @param instruments which; those already subscribed are ignored
     */
    void subscribe(Collection<InstrumentId> instruments);

    /**
     * Removes instruments. Events already on their way may still arrive.
     *
     * @param instruments which; unknown ones are ignored
     */
    void unsubscribe(Collection<InstrumentId> instruments);

    /**
     * When a market was last read from the venue, whether or not it had changed. Answers at once, from memory.
     *
     * @param market which
     * @return by the clock that events are dated with; absent for a feed that does not read markets again and again, or has not
     *     read this one
     */
    default Optional<Instant> readAt(MarketId market) {
        return Optional.empty();
    }

    /** Stops streaming and releases threads and sockets. Further calls do nothing. */
    @Override
    void close();
}
