package io.ploy.core.portfolio;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one owner, a strategy or the account, has at stake in one instrument: what is confirmed, what it cost, and what may
 * or may not come true. In micros. A strategy's stake is part of the account's, which follows it.
 */
final class Stake {
    private final Holding holding;
    private final @Nullable Stake whole;
    private final List<OptionalItem> items = new ArrayList<>();
    private long quantity;
    private long basis;
    private long economic;
    private long buying;
    private long itemsIfWon;
    private long itemsIfLost;
    private long itemsIfVoid;

    private Stake(Holding holding, @Nullable Stake whole) {
        this.holding = holding;
        this.whole = whole;
    }

    static Stake ofAccount(Holding holding) {
        return new Stake(holding, null);
    }

    static Stake ofStrategy(Holding holding) {
        return new Stake(holding, holding.stake());
    }

    /** What is won or lost, if negative, where this outcome comes true. */
    long ifWon() {
        return value(holding.payoutIfWon(), itemsIfWon);
    }

    /** What is won or lost, if negative, where the other outcome comes true. */
    long ifLost() {
        return value(holding.payoutIfLost(), itemsIfLost);
    }

    /** What is won or lost, if negative, where every outcome pays the same. */
    long ifVoid() {
        return value(holding.payoutIfVoid(), itemsIfVoid);
    }

    private long value(long payout, long itemsThen) {
        long worth = OptionalItem.worth(quantity, payout, RoundingMode.FLOOR);
        return Math.subtractExact(Math.addExact(worth, itemsThen), basis);
    }

    /** Shares, those of fills that are not final too. */
    long economic() {
        return economic;
    }

    /**
     * What would be held if every provisional fill became final and every open order to buy were filled. An absurd fill that
     * was set aside must not keep anything else from being counted, so it is the most there can be rather than too much.
     */
    long potential() {
        long sum = economic + buying;
        return ((economic ^ sum) & (buying ^ sum)) < 0 ? Long.MAX_VALUE : sum;
    }

    void confirmedMoved(long shares, long cost) {
        quantity = Math.addExact(quantity, shares);
        basis = Math.addExact(basis, cost);
        if (whole != null) {
            whole.confirmedMoved(shares, cost);
        }
    }

    void economicMoved(long shares) {
        economic = Math.addExact(economic, shares);
        if (whole != null) {
            whole.economicMoved(shares);
        }
    }

    void buyingMoved(long shares) {
        buying = Math.addExact(buying, shares);
        if (whole != null) {
            whole.buyingMoved(shares);
        }
    }

    void add(OptionalItem item) {
        item.setPlace(items.size());
        items.add(item);
        count(item, 1);
    }

    /** Takes an item out; its figures must be those it came with. */
    void remove(OptionalItem item) {
        OptionalItem last = items.remove(items.size() - 1);
        if (last != item) {
            items.set(item.place(), last);
            last.setPlace(item.place());
        }
        item.setPlace(-1);
        count(item, -1);
    }

    private void count(OptionalItem item, int sign) {
        itemsMoved(
                sign * item.lossIfTrue(holding.payoutIfWon()),
                sign * item.lossIfTrue(holding.payoutIfLost()),
                sign * item.lossIfTrue(holding.payoutIfVoid()));
    }

    private void itemsMoved(long won, long lost, long isVoid) {
        itemsIfWon = Math.addExact(itemsIfWon, won);
        itemsIfLost = Math.addExact(itemsIfLost, lost);
        itemsIfVoid = Math.addExact(itemsIfVoid, isVoid);
        if (whole != null) {
            whole.itemsMoved(won, lost, isVoid);
        }
    }

    /** Values the items anew after a payout has become known. */
    void payoutKnown() {
        itemsMoved(-itemsIfWon, -itemsIfLost, -itemsIfVoid);
        for (OptionalItem item : items) {
            count(item, 1);
        }
    }
}
