package io.ploy.core.portfolio;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Position;
import io.ploy.core.portfolio.CashBook.Account;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one strategy holds of one instrument, in two views: with and without what is not final. Both are folds of the same
 * list of movements in the order they were booked, so confirming one by one or at once, and undoing, give the figures
 * that a list without detours gives. The final head of the list is folded once; only the tail is folded again.
 */
final class StrategyPosition {
    private final Holding holding;
    private final CashBook cash;
    private final Stake stake;
    private @Nullable MarketStake market;
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
    private long shownCapital;
    private long reserved;

    StrategyPosition(Holding holding, CashBook cash) {
        this.holding = holding;
        this.cash = cash;
        stake = Stake.ofStrategy(holding);
    }

    Holding holding() {
        return holding;
    }

    Stake stake() {
        return stake;
    }

    /** What the strategy has at stake in both outcomes. */
    MarketStake market() {
        return Objects.requireNonNull(market);
    }

    void joins(MarketStake both) {
        market = both;
    }

    /** Tells those who add stakes up. */
    void refresh() {
        market().refresh();
        holding.pair().ofAccount().refresh();
    }

    /** Cash was set aside for this position, or given back if negative. */
    void reserve(long micros) {
        cash.reserve(micros);
        reserved = Math.addExact(reserved, micros);
        capitalMoved(micros);
    }

    /** What is set aside to buy more of this, and what is held of it cost. */
    long capital() {
        return Math.addExact(reserved, shownCapital);
    }

    private void capitalMoved(long change) {
        market().owner().capital().moved(change);
        holding.pair().capitalMoved(change);
    }

    void payoutKnown() {
        stake.payoutKnown();
        showCapital();
    }

    /** Shares that pay nothing use no capital any more. */
    private void showCapital() {
        long used = holding.payoutIfWon() == 0 && holding.payoutIfLost() == 0 ? 0 : economic.basis();
        capitalMoved(used - shownCapital);
        shownCapital = used;
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

    /** Whether a fill is not final, bought or sold. */
    boolean isMoving() {
        return headEntries < entries.size();
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

    /** What confirmed shares would take along, cost without fees and then fees. */
    long[] costOf(long shares) {
        long cost = confirmed.costOf(shares);
        return new long[] {cost, confirmed.basisOf(shares) - cost};
    }

    PositionFigures figures() {
        return PositionFigures.of(economic, confirmed);
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
        stake.add(entry);
    }

    private void noLongerProvisional(Entry entry) {
        provisionalSells -= entry.buys() ? 0 : entry.shares();
        stake.remove(entry);
    }

    private void show() {
        stake.confirmedMoved(confirmed.quantity() - shownQuantity, confirmed.basis() - shownBasis);
        stake.economicMoved(economic.quantity() - shownEconomic);
        shownQuantity = confirmed.quantity();
        shownBasis = confirmed.basis();
        shownEconomic = economic.quantity();
        showCapital();
        refresh();
    }
}
