package io.ploy.core.portfolio;

import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two outcomes of a market, and who has what at stake in it. An instrument whose market is not known stands alone. */
final class MarketPair {
    private final Holding first;
    private final @Nullable Holding second;
    private final Map<Owner, MarketStake> stakes = new LinkedHashMap<>();
    private final Owner account;
    private EventShape shape;
    private long capital;
    private List<Total> parts = List.of();
    private @Nullable Market market;
    private @Nullable Resolution resolution;

    MarketPair(Owner account, EventShape shape, Holding first, @Nullable Holding second) {
        this.account = account;
        this.shape = shape;
        this.first = first;
        this.second = second;
        first.joins(this);
        if (second != null) {
            second.joins(this);
        }
    }

    /** What an owner has at stake here, nothing if it is new. */
    MarketStake stakeOf(Owner owner) {
        MarketStake stake = stakes.get(owner);
        if (stake == null) {
            stake = owner.isAccount()
                    ? new MarketStake(owner, this, first.stake(), second == null ? null : second.stake())
                    : ofStrategy(owner);
            stakes.put(owner, stake);
            owner.place(stake);
            stake.refresh();
        }
        return stake;
    }

    private MarketStake ofStrategy(Owner strategy) {
        StrategyPosition one = first.positionOf(strategy);
        StrategyPosition other = second == null ? null : second.positionOf(strategy);
        MarketStake stake = new MarketStake(strategy, this, one.stake(), other == null ? null : other.stake());
        one.joins(stake);
        if (other != null) {
            other.joins(stake);
        }
        return stake;
    }

    MarketStake ofAccount() {
        return stakeOf(account);
    }

    void capitalMoved(long change) {
        capital = Math.addExact(capital, change);
        shape.capitalMoved(change);
        movedIn(parts, change);
    }

    /** Its capital counts in these parts from now on, and no longer in those it counted in. */
    void countIn(List<Total> others) {
        movedIn(parts, -capital);
        parts = others;
        movedIn(parts, capital);
    }

    private static void movedIn(List<Total> totals, long change) {
        for (int i = 0; i < totals.size(); i++) {
            totals.get(i).moved(change);
        }
    }

    @Nullable
    Market market() {
        return market;
    }

    /** The latest that is known of the market. */
    void marketIs(Market latest) {
        market = latest;
    }

    EventShape shape() {
        return shape;
    }

    /** The market turned out to be part of another event: every stake moves there. */
    void moveTo(EventShape other) {
        stakes.values().forEach(MarketStake::leave);
        shape.capitalMoved(-capital);
        shape = other;
        shape.capitalMoved(capital);
        stakes.forEach(Owner::place);
        refreshAll();
    }

    /** Two holdings come together that stood alone: their owners have one stake now. */
    void takeOver(MarketPair alone) {
        alone.stakes.forEach((owner, stake) -> {
            stake.leave();
            stakeOf(owner);
        });
        alone.stakes.clear();
        alone.shape.capitalMoved(-alone.capital);
        capitalMoved(alone.capital);
    }

    void refreshAll() {
        stakes.values().forEach(MarketStake::refresh);
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
        shape.overdue(outcome.market(), false);
        if (outcome.firstPayout().micros() == 0) {
            shape.lost(outcome.market());
        }
        first.payoutKnown(outcome.firstPayout().micros());
        if (second != null) {
            second.payoutKnown(outcome.secondPayout().micros());
        }
        refreshAll();
    }

    boolean mayBeVoid() {
        return market != null && shape.mayBeVoid(market.id());
    }

    int place() {
        return market == null ? 0 : market.place();
    }

    /** Less than this cannot be sold. */
    long smallestSale() {
        return market == null
                ? Quantity.LOT.micros()
                : Math.max(Quantity.LOT.micros(), market.rules().minimumSize().micros());
    }
}
