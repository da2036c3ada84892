package io.ploy.core.performance;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.FixedPoint;
import io.ploy.core.portfolio.MarketLookup;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one scope holds of one event, and what that is worth. What is certain counts first: payouts, pairs at one USD,
 * complete sets of an exhaustive event at one. Then bids; of an exclusive event, k shares against different outcomes are
 * worth at least k − 1, because at most one of them loses.
 */
final class HeldEvent {
    private final ScopeHoldings scope;
    private final String key;
    private final List<HeldMarket> markets = new ArrayList<>();
    private int lostMarkets;
    private final long[] known = new long[View.BOTH.length];
    private final long[] least = new long[View.BOTH.length];
    private final Worth sum = new Worth();
    private final Worth atBids = new Worth();
    private final Worth atLeast = new Worth();
    private final long[] realised = new long[View.BOTH.length];
    private final long[] fees = new long[View.BOTH.length];
    private final long[] cost = new long[View.BOTH.length];

    HeldEvent(ScopeHoldings scope, String key) {
        this.scope = scope;
        this.key = key;
    }

    ScopeHoldings scope() {
        return scope;
    }

    String key() {
        return key;
    }

    HeldMarket market(@Nullable Market market) {
        for (HeldMarket held : markets) {
            if (sameId(held.market(), market)) {
                return held;
            }
        }
        HeldMarket added = new HeldMarket(market);
        markets.add(added);
        return added;
    }

    private static boolean sameId(@Nullable Market one, @Nullable Market other) {
        return one == null ? other == null : other != null && one.id().equals(other.id());
    }

    @Nullable
    HeldMarket find(MarketId id) {
        for (int i = 0; i < markets.size(); i++) {
            Market market = markets.get(i).market();
            if (market != null && market.id().equals(id)) {
                return markets.get(i);
            }
        }
        return null;
    }

    void move(View view, long moreRealised, long moreFees, long moreCost) {
        int v = view.ordinal();
        realised[v] = Math.addExact(realised[v], moreRealised);
        fees[v] = Math.addExact(fees[v], moreFees);
        cost[v] = Math.addExact(cost[v], moreCost);
    }

    /** Before fees, economic view. */
    long realised() {
        return realised[View.ECONOMIC.ordinal()];
    }

    /** Economic view. */
    long fees() {
        return fees[View.ECONOMIC.ordinal()];
    }

    /** What is held less its cost, economic view. */
    long unrealised() {
        return known(View.ECONOMIC) - cost[View.ECONOMIC.ordinal()];
    }

    long known(View view) {
        return known[view.ordinal()];
    }

    long least(View view) {
        return least[view.ordinal()];
    }

    /** Profit with what is held at its last trusted marks. */
    long profit(View view) {
        int v = view.ordinal();
        return realised[v] - fees[v] - cost[v] + known[v];
    }

    /** Whether nothing is open in any market that was traded here and no fill can change the outcome any more. */
    boolean isOver() {
        for (int i = 0; i < markets.size(); i++) {
            if (!markets.get(i).isClosed() || !markets.get(i).viewsAgree()) {
                return false;
            }
        }
        return profit(View.ECONOMIC) == profit(View.CONFIRMED);
    }

    /** Values everything again. */
    void count(PerformanceSources sources) {
        Event event = event(sources.markets());
        lostMarkets = event == null ? 0 : sources.ledger().lostMarkets(event.id());
        count(View.ECONOMIC, event);
        if (viewsAgree()) {
            known[View.CONFIRMED.ordinal()] = known[View.ECONOMIC.ordinal()];
            least[View.CONFIRMED.ordinal()] = least[View.ECONOMIC.ordinal()];
            for (int i = 0; i < markets.size(); i++) {
                markets.get(i).sameMarks();
            }
        } else {
            count(View.CONFIRMED, event);
        }
    }

    /** As its markets say now, which may be more than when they were first held. */
    private @Nullable Event event(MarketLookup lookup) {
        Market market = markets.isEmpty() ? null : markets.get(0).market();
        Market latest = market == null ? null : lookup.marketOf(market.first().instrument());
        return latest == null ? null : latest.event().orElse(null);
    }

    private boolean viewsAgree() {
        for (int i = 0; i < markets.size(); i++) {
            if (!markets.get(i).viewsAgree()) {
                return false;
            }
        }
        return true;
    }

    private void count(View view, @Nullable Event event) {
        sum.clear();
        for (int i = 0; i < markets.size(); i++) {
            markets.get(i).pair(view, sum);
        }
        EventStructure structure = event == null ? EventStructure.INDEPENDENT : event.structure();
        if (event != null && structure == EventStructure.EXCLUSIVE_AND_EXHAUSTIVE) {
            takeSets(event);
        }
        for (int i = 0; i < markets.size(); i++) {
            markets.get(i).markFirst(view, sum);
        }
        boolean exclusive =
                structure == EventStructure.EXCLUSIVE || structure == EventStructure.EXCLUSIVE_AND_EXHAUSTIVE;
        if (exclusive) {
            countAgainst(view);
        } else {
            for (int i = 0; i < markets.size(); i++) {
                markets.get(i).markSecond(view, markets.get(i).secondAlone(), sum);
            }
        }
        known[view.ordinal()] = sum.known();
        least[view.ordinal()] = sum.least();
    }

    /** One share of every outcome that may still come true, one of which must. */
    private void takeSets(Event event) {
        long sets = Long.MAX_VALUE;
        int lost = lostMarkets;
        for (int i = 0; i < markets.size() && sets > 0; i++) {
            HeldMarket held = markets.get(i);
            if (held.firstLost()) {
                lost--;
            } else {
                sets = held.isResolved() ? 0 : Math.min(sets, held.firstAlone());
            }
        }
        // What is not held must have lost.
        boolean whole = markets.size() + Math.max(0, lost) >= event.markets();
        if (!whole || sets == 0 || sets == Long.MAX_VALUE) {
            return;
        }
        sum.add(sets);
        for (int i = 0; i < markets.size(); i++) {
            HeldMarket held = markets.get(i);
            if (!held.isResolved()) {
                held.takeFirst(sets);
            }
        }
    }

    private void countAgainst(View view) {
        long all = 0;
        long most = 0;
        long next = 0;
        HeldMarket largest = null;
        for (int i = 0; i < markets.size(); i++) {
            long shares = markets.get(i).secondAlone();
            all = Math.addExact(all, shares);
            if (shares > most) {
                next = most;
                most = shares;
                largest = markets.get(i);
            } else {
                next = Math.max(next, shares);
            }
        }
        atLeast.clear();
        if (largest != null) {
            atLeast.add(FixedPoint.mulDiv(
                    all - most, FixedPoint.ONE - scope.lockHaircut(), FixedPoint.ONE, RoundingMode.FLOOR));
            largest.markSecond(view, most - next, atLeast);
        }
        // Last, because what is marked last is remembered for the time without trust.
        atBids.clear();
        for (int i = 0; i < markets.size(); i++) {
            markets.get(i).markSecond(view, markets.get(i).secondAlone(), atBids);
        }
        sum.addBetter(atBids, atLeast);
    }
}
