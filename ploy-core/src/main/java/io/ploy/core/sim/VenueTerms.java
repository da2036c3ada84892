package io.ploy.core.sim;

import java.math.RoundingMode;
import java.time.Duration;

/**
 * What both simulated venues need to know of time, settlement and rounding. Public settings are turned into this.
 *
 * @param seed decides which trades are retried and which fail
 * @param orderLatency from a send or request to the venue
 * @param ackLatency from the venue back to the listener
 * @param cancelLatency from a cancel to the venue
 * @param minedAfter from the match to the block
 * @param confirmedAfter from the match to finality
 * @param retryAfter what each retry adds
 * @param operationAfter from the arrival of a split, merge or redemption to its end
 * @param retryRate share of trades that are sent a second time
 * @param failureRate share of trades that finally fail
 * @param gtdMargin how long before its date an order stops being honoured
 * @param feeRounding how the last 0.00001 USD of a fee is decided
 */
record VenueTerms(
        long seed,
        Duration orderLatency,
        Duration ackLatency,
        Duration cancelLatency,
        Duration minedAfter,
        Duration confirmedAfter,
        Duration retryAfter,
        Duration operationAfter,
        double retryRate,
        double failureRate,
        Duration gtdMargin,
        RoundingMode feeRounding) {
    /** What public settings check in their constructors. */
    static void check(
            Duration minedAfter, Duration confirmedAfter, double retryRate, double failureRate, Duration... others) {
        for (Duration other : others) {
            if (other.isNegative()) {
                throw new IllegalArgumentException("duration below zero: " + other);
            }
        }
        if (minedAfter.isNegative() || confirmedAfter.compareTo(minedAfter) < 0) {
            throw new IllegalArgumentException(
                    "trades must be mined at or after the match and confirmed at or after that: " + minedAfter + ", "
                            + confirmedAfter);
        }
        share("retry rate", retryRate);
        share("settlement failure rate", failureRate);
    }

    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " outside [0, 1]: " + value);
        }
    }
}
