package io.ploy.core.performance;

import io.ploy.core.portfolio.PositionFigures;
import java.util.ArrayList;
import java.util.List;

/** One position as it was counted last, and where it counts: in its strategy, its domain and the account. */
final class HeldPosition {
    private final String strategy;
    private final List<ScopeHoldings> scopes;
    private final List<HeldEvent> events = new ArrayList<>();
    private final List<Leg> legs = new ArrayList<>();
    private PositionFigures counted = PositionFigures.NONE;

    HeldPosition(String strategy, List<ScopeHoldings> scopes) {
        this.strategy = strategy;
        this.scopes = scopes;
    }

    String strategy() {
        return strategy;
    }

    PositionFigures counted() {
        return counted;
    }

    /** The events it counts in, one for each scope. */
    List<HeldEvent> events() {
        return events;
    }

    /** Counts from now on in an event of each scope. It must count as nothing before. */
    void joins(InstrumentMark mark, String key) {
        events.clear();
        legs.clear();
        for (ScopeHoldings scope : scopes) {
            HeldEvent event = scope.event(key);
            events.add(event);
            legs.add(event.market(mark.market()).leg(mark));
            if (!mark.events().contains(event)) {
                mark.events().add(event);
            }
        }
    }

    /** Counts as these figures from now on. */
    void count(PositionFigures now) {
        PositionFigures before = counted;
        counted = now;
        move(
                View.ECONOMIC,
                now.economicShares() - before.economicShares(),
                now.economicCost() - before.economicCost(),
                now.economicRealised() - before.economicRealised(),
                now.economicFees() - before.economicFees());
        move(
                View.CONFIRMED,
                now.confirmedShares() - before.confirmedShares(),
                now.confirmedCost() - before.confirmedCost(),
                now.confirmedRealised() - before.confirmedRealised(),
                now.confirmedFees() - before.confirmedFees());
    }

    private void move(View view, long shares, long cost, long realised, long fees) {
        for (int i = 0; i < scopes.size(); i++) {
            legs.get(i).move(view, shares, cost);
            events.get(i).move(view, realised, fees, cost);
            scopes.get(i).move(view, realised, fees, cost);
        }
    }
}
