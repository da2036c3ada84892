package io.ploy.core.portfolio;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.FixedPoint;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One instrument over all strategies: what is confirmed, what it cost, and what may or may not come true. In micros. */
final class Holding {
    private final InstrumentId instrument;
    private final Map<String, StrategyPosition> positions = new LinkedHashMap<>();
    private final List<OptionalItem> items = new ArrayList<>();
    private @Nullable MarketPair pair;
    /** Equal once the payout is known. */
    private long payoutIfWon = FixedPoint.ONE;

    private long payoutIfLost;
    private long quantity;
    private long basis;
    private long economic;
    private long itemsIfWon;
    private long itemsIfLost;
    private long buying;

    /** A holding must join a pair before anything else. */
    Holding(InstrumentId instrument) {
        this.instrument = instrument;
    }

    InstrumentId instrument() {
        return instrument;
    }

    MarketPair pair() {
        return Objects.requireNonNull(pair);
    }

    void joins(MarketPair market) {
        pair = market;
    }

    Map<String, StrategyPosition> positions() {
        return positions;
    }

    @Nullable
    StrategyPosition position(String strategy) {
        return positions.get(strategy);
    }

    /** The share's payout in the state in which this outcome comes true. */
    long payoutIfWon() {
        return payoutIfWon;
    }

    /** The share's payout in the state in which the other outcome comes true. */
    long payoutIfLost() {
        return payoutIfLost;
    }

    /** What the confirmed shares and the items are worth in one of the two states, before what the shares cost. */
    long worthIfWon() {
        return Math.addExact(OptionalItem.worth(quantity, payoutIfWon, RoundingMode.FLOOR), itemsIfWon);
    }

    long worthIfLost() {
        return Math.addExact(OptionalItem.worth(quantity, payoutIfLost, RoundingMode.FLOOR), itemsIfLost);
    }

    long basis() {
        return basis;
    }

    /** What would be held if every provisional fill became final and every open order to buy were filled. */
    long potential() {
        return Math.addExact(economic, buying);
    }

    void confirmedMoved(long shares, long cost) {
        quantity = Math.addExact(quantity, shares);
        basis = Math.addExact(basis, cost);
    }

    void economicMoved(long shares) {
        economic = Math.addExact(economic, shares);
    }

    void buyingMoved(long shares) {
        buying = Math.addExact(buying, shares);
    }

    void add(OptionalItem item) {
        item.setPlace(items.size());
        items.add(item);
        itemsIfWon = Math.addExact(itemsIfWon, item.lossIfTrue(payoutIfWon));
        itemsIfLost = Math.addExact(itemsIfLost, item.lossIfTrue(payoutIfLost));
    }

    /** Takes an item out; its figures must be those it came with. */
    void remove(OptionalItem item) {
        OptionalItem last = items.remove(items.size() - 1);
        if (last != item) {
            items.set(item.place(), last);
            last.setPlace(item.place());
        }
        item.setPlace(-1);
        itemsIfWon -= item.lossIfTrue(payoutIfWon);
        itemsIfLost -= item.lossIfTrue(payoutIfLost);
    }

    void payoutKnown(long payoutMicros) {
        payoutIfWon = payoutMicros;
        payoutIfLost = payoutMicros;
        itemsIfWon = 0;
        for (OptionalItem item : items) {
            itemsIfWon = Math.addExact(itemsIfWon, item.lossIfTrue(payoutMicros));
        }
        itemsIfLost = itemsIfWon;
    }
}
