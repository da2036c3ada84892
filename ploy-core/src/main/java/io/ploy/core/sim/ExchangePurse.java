package io.ploy.core.sim;

/** What the exchange itself collected, and what came in from outside, in micros. */
final class ExchangePurse {
    private long fees;
    private long rounding;
    private long broughtIn;
    private long issued;

    void take(long charged, long left) {
        fees += charged;
        rounding += left;
    }

    /** Issued against what conversions can bring back at most, when their event is decided. */
    void issue(long micros) {
        issued = Math.addExact(issued, micros);
    }

    long issued() {
        return issued;
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
