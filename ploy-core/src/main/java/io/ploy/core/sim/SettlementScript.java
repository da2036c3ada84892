package io.ploy.core.sim;

/** Decides what becomes of what was matched. Asked once for every bucket of a trade, when it is made. */
@FunctionalInterface
public interface SettlementScript {
    /**
     * The way of one bucket.
     *
     * @param trade the bucket, just matched
     * @param usual what the settings would do
     * @return its steps
     */
    SettlementPlan plan(ExchangeTrade trade, SettlementPlan usual);
}
