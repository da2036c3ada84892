package io.ploy.core.sim;

/** What the exchange itself collected, and what came in from outside, in micros. */
final class ExchangePurse {
    private long fees;
    private long rounding;
    private long broughtIn;

    void take(long charged, long left) {
        fees += charged;
        rounding += left;
    }

    void bringIn(long micros) {
        broughtIn += micros;
    }

    long broughtIn() {
        return broughtIn;
    }

    long fees() {
        return fees;
    }

    long rounding() {
        return rounding;
    }
}
