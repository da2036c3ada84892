package io.ploy.testkit.polymarket.data;

import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;
import java.time.Instant;

/** What an account holds of one outcome, at average cost. Micros. */
final class Held {
    private long shares;
    private long cost;
    private long fees;
    private long bought;
    private long realised;
    private Instant changedAt = Instant.EPOCH;

    void buy(long quantity, long cash, long fee, Instant at) {
        shares += quantity;
        bought += quantity;
        cost += cash;
        fees += fee;
        changedAt = at;
    }

    /** Gives up shares for cash: what they cost on average leaves with them. */
    void give(long quantity, long cash, Instant at) {
        long given = Math.min(quantity, shares);
        long costOfGiven = shares == 0 ? 0 : FixedPoint.mulDiv(cost, given, shares, RoundingMode.HALF_EVEN);
        shares -= given;
        cost -= costOfGiven;
        realised += cash - costOfGiven;
        changedAt = at;
    }

    long shares() {
        return shares;
    }

    long cost() {
        return cost;
    }

    long fees() {
        return fees;
    }

    long bought() {
        return bought;
    }

    long realised() {
        return realised;
    }

    Instant changedAt() {
        return changedAt;
    }

    long averagePrice() {
        return shares == 0 ? 0 : FixedPoint.mulDiv(cost, FixedPoint.ONE, shares, RoundingMode.HALF_EVEN);
    }

    static long worth(long shares, long price) {
        return FixedPoint.mulDiv(shares, price, FixedPoint.ONE, RoundingMode.FLOOR);
    }
}
