package io.ploy.core.portfolio;

/** What one open order claims: the cash it may still cost, or the shares it may still sell. */
final class Reservation extends OptionalItem {
    private final StrategyPosition position;
    private final OrderCost cost;
    private long remaining;
    private long shares;
    private long cash;

    /**
     * Claims nothing yet.
     *
     * @param size micro-shares, or micros of cash for an order that spends
     */
    Reservation(StrategyPosition position, OrderCost cost, long size) {
        this.position = position;
        this.cost = cost;
        resize(size);
    }

    StrategyPosition position() {
        return position;
    }

    OrderCost cost() {
        return cost;
    }

    /** What may still match, in the order's own measure. */
    long remaining() {
        return remaining;
    }

    void resize(long size) {
        remaining = size;
        shares = cost.shares(size);
        cash = size == 0 ? 0 : cost.cash(size);
    }

    /** How much of the order's own measure a fill uses up. */
    long usedBy(long filledShares, long notional) {
        return Math.min(remaining, cost.spends() ? notional : filledShares);
    }

    @Override
    boolean buys() {
        return cost.buys();
    }

    @Override
    long shares() {
        return shares;
    }

    @Override
    long cash() {
        return cash;
    }
}
