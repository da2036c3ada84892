package io.ploy.core.portfolio;

import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * The two outcomes of a market, and the most that all that is held and open in it can lose: the worse of the two states,
 * where an optional item counts in the states in which it hurts. Kept up to date with every change, in constant time.
 *
 * <p>An instrument whose market is not known stands alone: nothing nets it.
 */
final class MarketPair {
    private final Holding first;
    private final @Nullable Holding second;
    private final AccountExposure account;
    private @Nullable Market market;
    private @Nullable Resolution resolution;
    private long exposure;

    private MarketPair(Holding first, @Nullable Holding second, AccountExposure account) {
        this.first = first;
        this.second = second;
        this.account = account;
    }

    static MarketPair alone(Holding holding, AccountExposure account) {
        MarketPair pair = new MarketPair(holding, null, account);
        holding.joins(pair);
        return pair;
    }

    /** Brings two holdings together that stood alone. */
    static MarketPair of(Market market, Holding first, Holding second, AccountExposure account) {
        account.moved(-first.pair().exposure);
        account.moved(-second.pair().exposure);
        MarketPair pair = new MarketPair(first, second, account);
        pair.market = market;
        first.joins(pair);
        second.joins(pair);
        pair.refresh();
        return pair;
    }

    @Nullable
    Market market() {
        return market;
    }

    void marketIs(Market latest) {
        market = latest;
    }

    Holding first() {
        return first;
    }

    @Nullable
    Holding second() {
        return second;
    }

    @Nullable
    Holding opposite(Holding holding) {
        return holding == first ? second : first;
    }

    /** What is known of the outcome. */
    @Nullable
    Resolution resolution() {
        return resolution;
    }

    void resolved(Resolution outcome) {
        resolution = outcome;
        first.payoutKnown(outcome.firstPayout().micros());
        if (second != null) {
            second.payoutKnown(outcome.secondPayout().micros());
        }
        refresh();
    }

    /** The worst-case loss, 0 or more. */
    long exposure() {
        return exposure;
    }

    /** Takes over what changed in a holding. */
    void refresh() {
        long worst = Math.max(0, Math.negateExact(Math.min(ifFirst(), ifSecond())));
        account.moved(worst - exposure);
        exposure = worst;
    }

    /** What is won or lost, if negative, in the state in which this holding's outcome comes true. */
    long ifWon(Holding holding) {
        return holding == first ? ifFirst() : ifSecond();
    }

    /** What is won or lost, if negative, in the state in which the other outcome comes true. */
    long ifLost(Holding holding) {
        return holding == first ? ifSecond() : ifFirst();
    }

    private long ifFirst() {
        long value = Math.subtractExact(first.worthIfWon(), first.basis());
        return second == null ? value : Math.addExact(value, Math.subtractExact(second.worthIfLost(), second.basis()));
    }

    private long ifSecond() {
        long value = Math.subtractExact(first.worthIfLost(), first.basis());
        return second == null ? value : Math.addExact(value, Math.subtractExact(second.worthIfWon(), second.basis()));
    }
}
