package io.ploy.core.sim.match;

/**
 * Receives what a {@link MatchingEngine} does, while it does it. It must not call the engine. Prices are micros of the
 * book (first outcome), quantities micro-shares, tags are the caller's own.
 */
public interface MatchListener {
    /**
     * Two orders met at the resting order's price.
     *
     * @param takerTag the arriving order's tag
     * @param taker what the arriving order does
     * @param makerTag the resting order's tag
     * @param maker what the resting order does
     * @param priceMicros the book price; {@link OrderKind#bookPrice} turns it into either order's own price
     * @param quantityMicros shares
     */
    void onMatch(long takerTag, OrderKind taker, long makerTag, OrderKind maker, long priceMicros, long quantityMicros);

    /**
     * A resting order was dropped because its price is off the new tick.
     *
     * @param tag the order's tag
     * @param kind what it does
     * @param priceMicros its book price
     * @param quantityMicros what was still open
     */
    void onDropped(long tag, OrderKind kind, long priceMicros, long quantityMicros);
}
