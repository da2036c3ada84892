package io.ploy.core.portfolio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one owner has at stake in a market: the two outcomes together, by which of them comes true. An instrument whose
 * market is not known stands alone: nothing nets it.
 */
final class MarketStake {
    private final Owner owner;
    private final MarketPair pair;
    private final Stake first;
    private final @Nullable Stake second;
    private @Nullable EventStake event;
    private boolean open;
    private boolean unhedged;

    MarketStake(Owner owner, MarketPair pair, Stake first, @Nullable Stake second) {
        this.owner = owner;
        this.pair = pair;
        this.first = first;
        this.second = second;
    }

    Owner owner() {
        return owner;
    }

    MarketPair pair() {
        return pair;
    }

    EventStake event() {
        return Objects.requireNonNull(event);
    }

    void joins(EventStake stakes) {
        event = stakes;
    }

    /** What is won or lost, if negative, where the first outcome comes true. */
    long ifFirst() {
        return second == null ? first.ifWon() : Math.addExact(first.ifWon(), second.ifLost());
    }

    /** What is won or lost, if negative, where the second outcome comes true. */
    long ifSecond() {
        return second == null ? first.ifLost() : Math.addExact(first.ifLost(), second.ifWon());
    }

    /** What is won or lost, if negative, where both pay the same. */
    long ifVoid() {
        return second == null ? first.ifVoid() : Math.addExact(first.ifVoid(), second.ifVoid());
    }

    /** What a strategy uses here. */
    long capital() {
        Holding other = pair.second();
        return Math.addExact(capital(pair.first()), other == null ? 0 : capital(other));
    }

    private long capital(Holding holding) {
        StrategyPosition position = holding.position(owner.name());
        return position == null ? 0 : position.capital();
    }

    /** The most this market can lose by itself, 0 or more. */
    long exposure() {
        long worst = Math.min(ifFirst(), ifSecond());
        if (pair.mayBeVoid()) {
            worst = Math.min(worst, ifVoid());
        }
        return Math.max(0, Math.negateExact(worst));
    }

    /** Takes over what changed in a stake. */
    void refresh() {
        event().refresh();
        long other = second == null ? 0 : second.economic();
        long dust = pair.smallestSale();
        boolean nowOpen = first.potential() >= dust || (second != null && second.potential() >= dust);
        boolean nowUnhedged = Math.abs(first.economic() - other) >= dust;
        owner.count(nowOpen, open, nowUnhedged, unhedged);
        open = nowOpen;
        unhedged = nowUnhedged;
    }

    /** No longer counts: another stake takes its place. */
    void leave() {
        owner.count(false, open, false, unhedged);
        open = false;
        unhedged = false;
        event().remove(this);
        event = null;
    }
}
