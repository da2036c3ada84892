package io.ploy.testkit.polymarket.chain;

import io.ploy.testkit.polymarket.listing.Catalogue;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What a resolved market pays, as contracts have it: so many parts of a whole.
 *
 * @param first parts to the first outcome
 * @param second parts to the second outcome
 */
record Payouts(long first, long second) {
    /** Absent until the market is resolved. */
    static Optional<Payouts> of(Attempt attempt, ListedMarket market) {
        return attempt.state()
                .catalogue()
                .resolved(market.market().id())
                .map(Catalogue.Resolved::resolution)
                .map(resolution -> of(
                        resolution.firstPayout().micros(),
                        resolution.secondPayout().micros()));
    }

    private static Payouts of(long first, long second) {
        long divisor = BigInteger.valueOf(first)
                .gcd(BigInteger.valueOf(second))
                .max(BigInteger.ONE)
                .longValueExact();
        return new Payouts(first / divisor, second / divisor);
    }

    long denominator() {
        return first + second;
    }

    long numerator(boolean ofFirst) {
        return ofFirst ? first : second;
    }

    /** Micros of collateral for micros of shares, rounded down as contracts do. */
    long worth(boolean ofFirst, long shares) {
        return BigInteger.valueOf(shares)
                .multiply(BigInteger.valueOf(numerator(ofFirst)))
                .divide(BigInteger.valueOf(Math.max(1, denominator())))
                .longValueExact();
    }
}
