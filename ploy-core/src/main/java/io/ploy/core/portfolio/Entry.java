package io.ploy.core.portfolio;

/** One movement of shares of one position, in the order in which it was booked. Amounts in micros. */
final class Entry extends OptionalItem {
    private final boolean in;
    private final long shares;
    private final long notional;
    private long fee;
    private boolean settled;

    Entry(boolean in, long shares, long notional, long fee, boolean settled) {
        this.in = in;
        this.shares = shares;
        this.notional = notional;
        this.fee = fee;
        this.settled = settled;
    }

    @Override
    boolean buys() {
        return in;
    }

    @Override
    long shares() {
        return shares;
    }

    @Override
    long cash() {
        return in ? Math.addExact(notional, fee) : Math.subtractExact(notional, fee);
    }

    long notional() {
        return notional;
    }

    long fee() {
        return fee;
    }

    boolean isSettled() {
        return settled;
    }

    void settle(long finalFee) {
        fee = finalFee;
        settled = true;
    }

    void addTo(AverageCost figures) {
        if (in) {
            figures.in(shares, notional, fee);
        } else {
            figures.out(shares, notional, fee);
        }
    }
}
