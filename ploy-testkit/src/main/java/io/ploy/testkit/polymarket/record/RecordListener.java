package io.ploy.testkit.polymarket.record;

/** Told of what happens to orders and trades, in the form of the venue's APIs. On the venue's thread, at once. */
public interface RecordListener {
    /** What happened to an order. */
    enum OrderMoment {
        /** The venue took it. */
        PLACEMENT,
        /** It matched, in part or in full. */
        UPDATE,
        /** It ended without matching in full. */
        CANCELLATION
    }

    /**
     * Something happened to an order.
     *
     * @param order as it is now
     * @param moment what happened
     */
    void onOrder(OrderRow order, OrderMoment moment);

    /**
     * Orders met, or what they made settled a step further.
     *
     * @param trade as it is now
     */
    void onTrade(TradeRow trade);
}
