package io.ploy.core.portfolio;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event, by what each of its markets says, and where its exposure counts. Markets that say different
 * things are held to depend on nothing, which is always safe.
 */
final class EventShape {
    private final @Nullable EventId id;
    private final Map<MarketId, Event> told = new HashMap<>();
    private final Set<MarketId> disputed = new HashSet<>();
    private final Set<MarketId> overdue = new HashSet<>();
    private final Set<MarketId> lost = new HashSet<>();
    private EventStructure structure = EventStructure.INDEPENDENT;
    private int markets;
    private long exposure;
    private long capital;
    private @Nullable ScopeTotals domain;
    private @Nullable ScopeTotals group;

    EventShape(@Nullable EventId id) {
        this.id = id;
    }

    /** Null for a market that is part of no event, and for an instrument whose market is not known. */
    @Nullable
    EventId id() {
        return id;
    }

    EventStructure structure() {
        return structure;
    }

    int markets() {
        return markets;
    }

    /** The first outcome of a market did not come true. */
    void lost(MarketId market) {
        lost.add(market);
    }

    int lost() {
        return lost.size();
    }

    boolean mayBeVoid() {
        return !disputed.isEmpty() || !overdue.isEmpty();
    }

    boolean mayBeVoid(MarketId market) {
        return disputed.contains(market) || overdue.contains(market);
    }

    /**
     * A market should have been resolved long ago, or is by now.
     *
     * @return whether the worst case may be another now
     */
    boolean overdue(MarketId market, boolean is) {
        return is ? overdue.add(market) : overdue.remove(market);
    }

    /**
     * Takes in what a market says.
     *
     * @return whether the worst case may be another now
     */
    boolean tell(Market market, @Nullable ScopeTotals itsDomain, @Nullable ScopeTotals itsGroup) {
        Event event = market.event().orElse(null);
        if (event != null) {
            told.put(market.id(), event);
        }
        boolean dispute = market.status() == MarketStatus.DISPUTED || market.status() == MarketStatus.UNDETERMINED;
        boolean changed = dispute ? disputed.add(market.id()) : disputed.remove(market.id());
        EventStructure before = structure;
        int numberBefore = markets;
        structure = EventStructure.INDEPENDENT;
        markets = 0;
        boolean agreed = true;
        EventStructure first = null;
        for (Event each : told.values()) {
            first = first == null ? each.structure() : first;
            agreed &= first == each.structure();
            markets = Math.max(markets, each.markets());
        }
        if (agreed && first != null) {
            structure = first;
        }
        count(itsDomain, itsGroup);
        return changed || before != structure || numberBefore != markets;
    }

    private void count(@Nullable ScopeTotals itsDomain, @Nullable ScopeTotals itsGroup) {
        if (domain != itsDomain) {
            move(domain, itsDomain);
            domain = itsDomain;
        }
        if (group != itsGroup) {
            move(group, itsGroup);
            group = itsGroup;
        }
    }

    private void move(@Nullable ScopeTotals from, @Nullable ScopeTotals to) {
        if (from != null) {
            from.exposure().moved(-exposure);
            from.capital().moved(-capital);
        }
        if (to != null) {
            to.exposure().moved(exposure);
            to.capital().moved(capital);
        }
    }

    @Nullable
    ScopeTotals domain() {
        return domain;
    }

    @Nullable
    ScopeTotals group() {
        return group;
    }

    /** The account's exposure to this event changed. */
    void exposureMoved(long change) {
        exposure = Math.addExact(exposure, change);
        if (domain != null) {
            domain.exposure().moved(change);
        }
        if (group != null) {
            group.exposure().moved(change);
        }
    }

    /** The capital the account uses in this event changed. */
    void capitalMoved(long change) {
        capital = Math.addExact(capital, change);
        if (domain != null) {
            domain.capital().moved(change);
        }
        if (group != null) {
            group.capital().moved(change);
        }
    }
}
