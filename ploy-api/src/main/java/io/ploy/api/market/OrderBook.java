package io.ploy.api.market;

import io.ploy.api.Stable;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A read-only view of one instrument's resting orders, price by price.
 *
 * <p><b>Threading.</b> Valid on the engine thread during the callback that received it; it changes with the next event.
 * Use {@link #quote()} or {@link #levels} to keep something. Sizes are the venue's, without anything of ours taken off.
 */
@Stable
public interface OrderBook {
    /** What the primitive best-price accessors return for an empty side. */
    long NONE = -1;

    /**
     * Whose book this is.
     *
     * @return the instrument
     */
    InstrumentId instrument();

    /**
     * The price step the book is on.
     *
     * @return the tick size
     */
    TickSize tickSize();

    /**
     * Whether it can be traded on.
     *
     * @return the trust state
     */
    BookTrust trust();

    /**
     * Counts continuities: it rises with every snapshot that follows a loss of continuity. Numbers taken from books of
     * different generations do not belong together.
     *
     * @return 0 before the first snapshot
     */
    long generation();

    /**
     * When a side last changed, engine time.
     *
     * @param side which side
     * @return {@link Instant#EPOCH} before the first change
     */
    Instant updatedAt(BookSide side);

    /**
     * When anything was last heard of the book, a change or a sign that there was none, engine time. A quiet book has old
     * sides and is current all the same.
     *
     * @return not before either side's last change; {@link Instant#EPOCH} before the first
     */
    default Instant heardAt() {
        Instant bids = updatedAt(BookSide.BIDS);
        Instant asks = updatedAt(BookSide.ASKS);
        return bids.isAfter(asks) ? bids : asks;
    }

    /**
     * The best bid without an allocation.
     *
     * @return micros, or {@link #NONE}
     */
    long bestBidMicros();

    /**
     * The best ask without an allocation.
     *
     * @return micros, or {@link #NONE}
     */
    long bestAskMicros();

    /**
     * What rests at a price without an allocation.
     *
     * @param side which side
     * @param priceMicros a price in micros
     * @return micro-shares, 0 if nothing rests there or the price is off the tick
     */
    long sizeMicros(BookSide side, long priceMicros);

    /**
     * The best levels of a side, best first.
     *
     * @param side which side
     * @param limit at most so many
     * @return a copy
     */
    List<BookLevel> levels(BookSide side, int limit);

    /**
     * What taking from a side would give.
     *
     * @param side the side taken from: a buyer takes from {@link BookSide#ASKS}
     * @param wanted at most so many shares
     * @param limit the worst price accepted
     * @param fees the market's schedule
     * @return what can be had
     */
    Sweep sweep(BookSide side, Quantity wanted, Price limit, FeeSchedule fees);

    /**
     * The highest price anyone bids.
     *
     * @return absent when nobody bids
     */
    default Optional<Price> bestBid() {
        long micros = bestBidMicros();
        return micros == NONE ? Optional.empty() : Optional.of(new Price(micros));
    }

    /**
     * The lowest price anyone asks.
     *
     * @return absent when nobody asks
     */
    default Optional<Price> bestAsk() {
        long micros = bestAskMicros();
        return micros == NONE ? Optional.empty() : Optional.of(new Price(micros));
    }

    /**
     * What rests at a price.
     *
     * @param side which side
     * @param price a price
     * @return shares, zero if nothing rests there
     */
    default Quantity size(BookSide side, Price price) {
        return Quantity.ofMicros(sizeMicros(side, price.micros()));
    }

    /**
     * Both best levels, to keep.
     *
     * @return a copy
     */
    default Quote quote() {
        long bid = bestBidMicros();
        long ask = bestAskMicros();
        return new Quote(
                instrument(),
                bid == NONE ? null : new BookLevel(new Price(bid), Quantity.ofMicros(sizeMicros(BookSide.BIDS, bid))),
                ask == NONE ? null : new BookLevel(new Price(ask), Quantity.ofMicros(sizeMicros(BookSide.ASKS, ask))));
    }

    /**
     * Best ask less best bid.
     *
     * @return micros, or {@link #NONE} while a side is empty; may be negative in a crossed book
     */
    default long spreadMicros() {
        long bid = bestBidMicros();
        long ask = bestAskMicros();
        return bid == NONE || ask == NONE ? NONE : ask - bid;
    }
}
