package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.ReferencePrice;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to a listener. While few wait, each is kept as it is; beyond that what concerns one book, one market
 * or one price is made into one, so that a slow listener costs detail and not memory. Trades of others, which nothing can
 * stand for, are left out when far too many wait.
 *
 * <p><b>Threading.</b> Thread-safe; nothing foreign is called while it is locked.
 */
final class Outbox {
    private final int conflateAbove;
    private final int capacity;
    private final ArrayDeque<Slot> slots = new ArrayDeque<>();
    private final Map<Object, Slot> open = new HashMap<>();
    private final Putting putting = new Putting();
    private long conflated;
    private long dropped;
    private boolean closed;

    Outbox(int conflateAbove, int capacity) {
        this.conflateAbove = conflateAbove;
        this.capacity = capacity;
    }

    /** One place in the order: an event, or what several came to. */
    static final class Slot {
        private final @Nullable Object key;
        private MarketEvent event;
        private @Nullable PendingBook book;

        Slot(@Nullable Object key, MarketEvent event) {
            this.key = key;
            this.event = event;
        }

        void sayTo(Consumer<? super MarketEvent> out) {
            if (book != null) {
                book.sayTo(out);
            } else {
                out.accept(event);
            }
        }
    }

    private record PriceKey(String symbol, String source) {}

    /**
     * Adds an event.
     *
     * @return whether its book cannot be made up from what is sent any more, and must come whole
     */
    synchronized boolean put(MarketEvent event) {
        if (closed) {
            return false;
        }
        boolean mustComeWhole = event.match(putting);
        notifyAll();
        return mustComeWhole;
    }

    /** Waits for something to say; null once closed. */
    synchronized @Nullable Slot take() throws InterruptedException {
        while (slots.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            return null;
        }
        Slot next = slots.remove();
        if (next.key != null) {
            open.remove(next.key, next);
        }
        return next;
    }

    /** Forgets what was not said. */
    synchronized void close() {
        closed = true;
        slots.clear();
        open.clear();
        notifyAll();
    }

    synchronized int size() {
        return slots.size();
    }

    synchronized long conflated() {
        return conflated;
    }

    synchronized long dropped() {
        return dropped;
    }

    private final class Putting implements MarketEvent.Cases<Boolean> {
        private boolean append(@Nullable Object key, MarketEvent event) {
            Slot slot = new Slot(key, event);
            slots.add(slot);
            if (key != null) {
                open.put(key, slot);
            }
            return false;
        }

        /** The place with which an event may be made one, or null if it gets its own. */
        private @Nullable Slot waiting(Object key) {
            Slot slot = slots.size() < conflateAbove ? null : open.get(key);
            if (slot != null) {
                conflated++;
            }
            return slot;
        }

        private @Nullable PendingBook pending(InstrumentId instrument) {
            Slot slot = waiting(instrument);
            if (slot == null) {
                return null;
            }
            if (slot.book == null) {
                slot.book = new PendingBook(instrument, slot.event.at());
                slot.event.match(new Folding(slot.book));
            }
            return slot.book;
        }

        private boolean book(InstrumentId instrument, MarketEvent event) {
            PendingBook book = pending(instrument);
            return book == null ? append(instrument, event) : event.match(new Folding(book));
        }

        @Override
        public Boolean bookSnapshot(MarketEvent.BookSnapshot event) {
            return book(event.instrument(), event);
        }

        @Override
        public Boolean bookChanged(MarketEvent.BookChanged event) {
            return book(event.instrument(), event);
        }

        @Override
        public Boolean bookDistrusted(MarketEvent.BookDistrusted event) {
            return book(event.instrument(), event);
        }

        @Override
        public Boolean tickSizeChanged(MarketEvent.TickSizeChanged event) {
            return book(event.instrument(), event);
        }

        @Override
        public Boolean marketChanged(MarketEvent.MarketChanged event) {
            Slot slot = waiting(event.market().id());
            if (slot == null) {
                return append(event.market().id(), event);
            }
            slot.event = new MarketEvent.MarketChanged(slot.event.at(), event.market());
            return false;
        }

        @Override
        public Boolean referencePriced(MarketEvent.ReferencePriced event) {
            ReferencePrice price = event.price();
            PriceKey key = new PriceKey(price.symbol(), price.source());
            Slot slot = waiting(key);
            if (slot == null) {
                return append(key, event);
            }
            Instant at = slot.event.at();
            slot.event = new MarketEvent.ReferencePriced(
                    new ReferencePrice(price.symbol(), price.source(), price.value(), price.sourceTime(), at));
            return false;
        }

        @Override
        public Boolean traded(MarketEvent.Traded event) {
            if (slots.size() >= capacity) {
                dropped++;
                return false;
            }
            return append(null, event);
        }

        @Override
        public Boolean marketResolved(MarketEvent.MarketResolved event) {
            return append(null, event);
        }
    }

    /** Adds an event of one book to what is to be said of it. */
    private record Folding(PendingBook into) implements MarketEvent.Cases<Boolean> {
        @Override
        public Boolean bookSnapshot(MarketEvent.BookSnapshot event) {
            into.add(event);
            return false;
        }

        @Override
        public Boolean bookChanged(MarketEvent.BookChanged event) {
            into.add(event);
            return false;
        }

        @Override
        public Boolean bookDistrusted(MarketEvent.BookDistrusted event) {
            into.add(event);
            return false;
        }

        @Override
        public Boolean tickSizeChanged(MarketEvent.TickSizeChanged event) {
            into.add(event);
            return true;
        }

        @Override
        public Boolean marketChanged(MarketEvent.MarketChanged event) {
            throw notOfABook(event);
        }

        @Override
        public Boolean traded(MarketEvent.Traded event) {
            throw notOfABook(event);
        }

        @Override
        public Boolean referencePriced(MarketEvent.ReferencePriced event) {
            throw notOfABook(event);
        }

        @Override
        public Boolean marketResolved(MarketEvent.MarketResolved event) {
            throw notOfABook(event);
        }

        private static IllegalStateException notOfABook(MarketEvent event) {
            return new IllegalStateException("not of a book: " + event);
        }
    }
}
