package io.ploy.core.portfolio;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Position;
import io.ploy.core.portfolio.CashBook.Account;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What one strategy holds of one instrument, in two views: with and without what is not final. Both are folds of the same
 * list of movements in the order they were booked, so confirming one by one or at once, and undoing, give the figures
 * that a list without detours gives. The final head of the list is folded once; only the tail is folded again.
 */
final class StrategyPosition {
    private final Holding holding;
    private final CashBook cash;
    private final List<Entry> entries = new ArrayList<>();
    private final AverageCost head = new AverageCost();
    private final AverageCost economic = new AverageCost();
    private final AverageCost confirmed = new AverageCost();
    private int headEntries;
    private long provisionalSells;
    private long claimed;
    private long redeemed;
    private long paidOut;
    private long shownQuantity;
    private long shownBasis;
    private long shownEconomic;

    StrategyPosition(Holding holding, CashBook cash) {
        this.holding = holding;
        this.cash = cash;
    }

    Holding holding() {
        return holding;
    }

    void append(Entry entry) {
        entries.add(entry);
        if (!entry.isSettled()) {
            becomesProvisional(entry);
        }
        if (redeemed != 0) {
            fold();
        } else {
            entry.addTo(economic);
            if (entry.isSettled()) {
                entry.addTo(confirmed);
                extendHead();
            }
            show();
        }
    }

    void settle(Entry entry, long finalFee) {
        noLongerProvisional(entry);
        entry.settle(finalFee);
        fold();
    }

    /** Undoes a movement as if it had never been. */
    void remove(Entry entry) {
        if (!entry.isSettled()) {
            noLongerProvisional(entry);
        }
        int place = entries.lastIndexOf(entry);
        entries.remove(place);
        if (place < headEntries) {
            headEntries = 0;
            head.reset();
        }
        fold();
    }

    void claim(long shares) {
        claimed = Math.addExact(claimed, shares);
    }

    /** Whether anything was ever moved; an order alone, or a fill undone, does not make a position. */
    boolean wasTraded() {
        return !entries.isEmpty();
    }

    AverageCost confirmed() {
        return confirmed;
    }

    /** Final shares that no provisional sale takes away; below zero in deficit. */
    long settledShares() {
        return confirmed.quantity() - provisionalSells;
    }

    /** Settled shares that nothing claims; below zero if more is claimed than there is. */
    long unclaimed() {
        return settledShares() - claimed;
    }

    Position view() {
        return new Position(
                holding.instrument(),
                shares(economic.quantity()),
                shares(settledShares()),
                shares(unclaimed()),
                Cash.ofMicros(economic.cost()),
                Cash.ofMicros(economic.realised()),
                Cash.ofMicros(economic.fees()));
    }

    private static Quantity shares(long micros) {
        return Quantity.ofMicros(Math.max(0, micros));
    }

    /** Folds the tail again, pays out what a resolved market owes, and tells the holding. */
    void fold() {
        extendHead();
        economic.set(head);
        confirmed.set(head);
        for (int i = headEntries; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            entry.addTo(economic);
            if (entry.isSettled()) {
                entry.addTo(confirmed);
            }
        }
        if (redeemed != 0) {
            payOut();
        }
        show();
    }

    private void extendHead() {
        while (headEntries < entries.size() && entries.get(headEntries).isSettled()) {
            entries.get(headEntries++).addTo(head);
        }
    }

    /** Redeems what is final now. What becomes final later waits for the next redemption. */
    void redeem() {
        redeemed = Math.addExact(redeemed, Math.max(0, settledShares()));
        fold();
    }

    /** A redemption comes after every entry, also after those that become final later: their shares stay. */
    private void payOut() {
        long due = FixedPoint.mulDiv(redeemed, holding.payoutIfWon(), FixedPoint.ONE, RoundingMode.FLOOR);
        economic.out(redeemed, due, 0);
        confirmed.out(redeemed, due, 0);
        cash.move(Account.PAYOUT, Account.CASH, Math.subtractExact(due, paidOut));
        paidOut = due;
    }

    private void becomesProvisional(Entry entry) {
        provisionalSells += entry.buys() ? 0 : entry.shares();
        holding.add(entry);
    }

    private void noLongerProvisional(Entry entry) {
        provisionalSells -= entry.buys() ? 0 : entry.shares();
        holding.remove(entry);
    }

    private void show() {
        holding.confirmedMoved(confirmed.quantity() - shownQuantity, confirmed.basis() - shownBasis);
        holding.economicMoved(economic.quantity() - shownEconomic);
        shownQuantity = confirmed.quantity();
        shownBasis = confirmed.basis();
        shownEconomic = economic.quantity();
        holding.pair().refresh();
    }
}
