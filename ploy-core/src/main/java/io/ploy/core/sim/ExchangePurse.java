package io.ploy.core.sim;

/** What the exchange itself collected, in micros. */
final class ExchangePurse {
    private long fees;
    private long rounding;

    void take(long charged, long left) {
        fees += charged;
        rounding += left;
    }

    long fees() {
        return fees;
    }

    long rounding() {
        return rounding;
    }
}
