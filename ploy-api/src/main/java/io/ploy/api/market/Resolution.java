package io.ploy.api.market;

import io.ploy.api.Stable;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import java.time.Instant;

/**
 * What a share of each outcome of a market finally pays. The two payouts sum to 1; a void market pays one half each.
 *
 * @param market the market
 * @param firstPayout what one share of the first outcome pays
 * @param secondPayout what one share of the second outcome pays
 * @param at when it became known, venue time
 */
@Stable
public record Resolution(MarketId market, Price firstPayout, Price secondPayout, Instant at) {
    /** Checks that the payouts sum to 1. */
    public Resolution {
        if (firstPayout.micros() + secondPayout.micros() != FixedPoint.ONE) {
            throw new IllegalArgumentException(
                    "payouts of " + market + " do not sum to 1: " + firstPayout + " and " + secondPayout);
        }
    }

    /**
     * The first outcome came true.
     *
     * @param market the market
     * @param at when it became known
     * @return payouts 1 and 0
     */
    public static Resolution first(MarketId market, Instant at) {
        return new Resolution(market, Price.ONE, Price.ZERO, at);
    }

    /**
     * The second outcome came true.
     *
     * @param market the market
     * @param at when it became known
     * @return payouts 0 and 1
     */
    public static Resolution second(MarketId market, Instant at) {
        return new Resolution(market, Price.ZERO, Price.ONE, at);
    }

    /**
     * Neither counts: every share pays one half.
     *
     * @param market the market
     * @param at when it became known
     * @return payouts of one half each
     */
    public static Resolution fiftyFifty(MarketId market, Instant at) {
        Price half = Price.ofMicros(FixedPoint.ONE / 2);
        return new Resolution(market, half, half, at);
    }

    /**
     * What one share of an outcome pays.
     *
     * @param of the market this resolves
     * @param instrument one of its two outcomes
     * @return 0 to 1
     * @throws IllegalArgumentException if the instrument belongs to another market
     */
    public Price payout(Market of, InstrumentId instrument) {
        return of.outcome(instrument).equals(of.first()) ? firstPayout : secondPayout;
    }
}
