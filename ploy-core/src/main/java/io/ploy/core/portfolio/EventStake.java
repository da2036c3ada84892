package io.ploy.core.portfolio;

import io.ploy.api.market.EventStructure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one owner has at stake in an event, and the most of it that can be lost: the worst of the states that are possible,
 * by how its markets depend on each other. An optional item is part of one market, so each state's value is the sum of its
 * markets' values in that state.
 */
final class EventStake {
    private final EventShape shape;
    private final Owner owner;
    private final List<MarketStake> markets = new ArrayList<>();
    private final boolean ofAccount;
    private long exposure;

    EventStake(EventShape shape, Owner owner) {
        this.shape = shape;
        this.owner = owner;
        ofAccount = owner.isAccount();
    }

    void add(MarketStake market) {
        markets.add(market);
        markets.sort(Comparator.comparingInt(each -> each.pair().place()));
        market.joins(this);
        refresh();
    }

    void remove(MarketStake market) {
        markets.remove(market);
        refresh();
    }

    boolean isEmpty() {
        return markets.isEmpty();
    }

    /** The worst-case loss, 0 or more. */
    long exposure() {
        return exposure;
    }

    /** What a strategy uses in all its markets. */
    long capital() {
        long sum = 0;
        for (MarketStake market : markets) {
            sum = Math.addExact(sum, market.capital());
        }
        return sum;
    }

    /** Takes over what changed in a market, or in what is known of the event. */
    void refresh() {
        long worst = worst();
        long change = worst - exposure;
        if (change != 0) {
            owner.exposure().moved(change);
            if (ofAccount) {
                shape.exposureMoved(change);
            }
            exposure = worst;
        }
    }

    private boolean isJoint() {
        return markets.size() > 1 && shape.structure() != EventStructure.INDEPENDENT;
    }

    private long worst() {
        if (!isJoint()) {
            long sum = 0;
            for (MarketStake market : markets) {
                sum = Math.addExact(sum, market.exposure());
            }
            return sum;
        }
        long worst = worst(null, true);
        if (shape.mayBeVoid()) {
            worst = Math.min(worst, allVoid());
        }
        return Math.max(0, Math.negateExact(worst));
    }

    /** What the markets that depend on nothing here can lose, and which no win of the one in question makes up for. */
    long besides(MarketStake market) {
        return isJoint() ? 0 : exposure - market.exposure();
    }

    /** The least of what is won or lost, if negative, in the states in which the market's first outcome comes true. */
    long worstIfFirst(MarketStake market) {
        return isJoint() ? worst(market, true) : market.ifFirst();
    }

    /** The same for the states in which its second outcome comes true. */
    long worstIfSecond(MarketStake market) {
        return isJoint() ? worst(market, false) : market.ifSecond();
    }

    /** What is won or lost, if negative, if every outcome pays the same. */
    long worstIfVoid(MarketStake market) {
        return isJoint() ? allVoid() : market.ifVoid();
    }

    boolean mayBeVoid(MarketStake market) {
        return isJoint() ? shape.mayBeVoid() : market.pair().mayBeVoid();
    }

    private long allVoid() {
        long sum = 0;
        for (MarketStake market : markets) {
            sum = Math.addExact(sum, market.ifVoid());
        }
        return sum;
    }

    /**
     * The least value over the states, all of them or those with one market's first, or second, outcome. A market's place
     * in a state is either first or second: at most one first where they exclude each other, and those below a level where
     * they are nested.
     */
    private long worst(@Nullable MarketStake which, boolean first) {
        long value = 0;
        for (MarketStake market : markets) {
            value = Math.addExact(value, market.ifSecond());
        }
        boolean nested = shape.structure() == EventStructure.NESTED;
        long worst = Long.MAX_VALUE;
        boolean whichReached = false;
        if ((nested || mayNoneWin()) && (which == null || !first)) {
            worst = value;
        }
        long state = value;
        for (MarketStake market : markets) {
            long step = Math.subtractExact(market.ifFirst(), market.ifSecond());
            state = Math.addExact(nested ? state : value, step);
            boolean isFirst;
            if (nested) {
                whichReached |= market == which;
                isFirst = whichReached;
            } else {
                isFirst = market == which;
            }
            if (which == null || isFirst == first) {
                worst = Math.min(worst, state);
            }
        }
        return worst;
    }

    /** Whether all markets here may end with their second outcome: another wins, or none does. */
    private boolean mayNoneWin() {
        return shape.structure() != EventStructure.EXCLUSIVE_AND_EXHAUSTIVE || markets.size() != shape.markets();
    }
}
