package io.ploy.testkit.polymarket.chain;

import java.math.BigInteger;

/** Amounts of calls, of which nobody has more than a long holds. */
final class Amounts {
    private Amounts() {}

    static long micros(BigInteger amount) {
        if (amount.bitLength() >= Long.SIZE) {
            throw new RevertedException("amount exceeds balance");
        }
        return amount.longValueExact();
    }
}
