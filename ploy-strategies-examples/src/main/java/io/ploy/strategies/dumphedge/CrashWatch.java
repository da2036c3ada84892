package io.ploy.strategies.dumphedge;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.OrderBook;
import io.ploy.strategies.input.BookInput;
import io.ploy.strategies.input.PriceHigh;

/**
 * Looks for a crash in one outcome's ask. Only states of a LIVE book with enough depth on both sides count, before and
 * after: an emptied book is not a crash. What was seen before a loss of continuity is forgotten.
 */
final class CrashWatch {
    private final InstrumentId instrument;
    private final Settings settings;
    private final PriceHigh high;
    private long generation = -1;
    private long ask = OrderBook.NONE;
    private long bid = OrderBook.NONE;
    private boolean usable;

    CrashWatch(InstrumentId instrument, Settings settings) {
        this.instrument = instrument;
        this.settings = settings;
        high = new PriceHigh(settings.lookback);
    }

    InstrumentId instrument() {
        return instrument;
    }

    void observe(OrderBook book, long now) {
        if (!BookInput.isLive(book) || book.generation() != generation) {
            high.clear();
            generation = book.generation();
        }
        ask = book.bestAskMicros();
        bid = book.bestBidMicros();
        usable = BookInput.isLive(book) && isDeep(book, BookSide.ASKS) && isDeep(book, BookSide.BIDS);
        if (usable) {
            high.observe(now, ask);
        } else {
            high.interrupt(now);
        }
    }

    private boolean isDeep(OrderBook book, BookSide side) {
        return BookInput.depthMicros(book, side, settings.maxSpread, settings.minDepth) >= settings.minDepth
                && (side == BookSide.BIDS ? bid : ask) != OrderBook.NONE;
    }

    /** Whether the last state is a crash from one within the lookback. */
    boolean isCrash(long now) {
        if (!usable || ask > settings.maxLeg1Price) {
            return false;
        }
        long before = high.before(now);
        return before != PriceHigh.NONE
                && before - ask >= settings.minMove
                && before - ask >= settings.movePct * before
                && ask - bid <= settings.maxSpread
                && ask > bid;
    }

    /** The high that makes it a crash; {@link PriceHigh#NONE} without one. */
    long highBefore(long now) {
        return high.before(now);
    }

    long ask() {
        return ask;
    }

    long bid() {
        return bid;
    }

    long generation() {
        return generation;
    }
}
