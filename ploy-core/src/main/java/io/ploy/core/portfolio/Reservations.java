package io.ploy.core.portfolio;

import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** What open orders claim: one reservation for each, from the decision until evidence closes the order. */
final class Reservations {
    private static final long LOT = Quantity.LOT.micros();

    private final Map<ClientOrderId, Reservation> open = new HashMap<>();
    private final CashBook cash;

    Reservations(CashBook cash) {
        this.cash = cash;
    }

    @Nullable
    Reservation find(ClientOrderId id) {
        return open.get(id);
    }

    Reservation get(ClientOrderId id) {
        Reservation reservation = open.get(id);
        if (reservation == null) {
            throw new IllegalArgumentException("nothing is reserved for order " + id);
        }
        return reservation;
    }

    int count() {
        return open.size();
    }

    void put(ClientOrderId id, Reservation reservation) {
        Reservation before = open.put(id, reservation);
        if (before != null) {
            giveBack(before);
        }
        claim(reservation);
    }

    void release(ClientOrderId id) {
        Reservation reservation = open.remove(id);
        if (reservation != null) {
            giveBack(reservation);
        }
    }

    /** The filled part is a matter of the ledger now; the rest stays reserved at the limit. */
    void filled(ClientOrderId id, long shares, long notional) {
        Reservation reservation = open.get(id);
        if (reservation != null) {
            giveBack(reservation);
            reservation.resize(reservation.remaining() - reservation.usedBy(shares, notional));
            claim(reservation);
        }
    }

    private void claim(Reservation reservation) {
        StrategyPosition position = reservation.position();
        position.holding().add(reservation);
        count(reservation, position, 1);
        position.holding().pair().refresh();
    }

    private void giveBack(Reservation reservation) {
        StrategyPosition position = reservation.position();
        position.holding().remove(reservation);
        count(reservation, position, -1);
        position.holding().pair().refresh();
    }

    private void count(Reservation reservation, StrategyPosition position, int sign) {
        if (reservation.buys()) {
            cash.reserve(sign * reservation.cash());
            position.holding().buyingMoved(sign * reservation.shares());
        } else {
            position.claim(sign * reservation.shares());
        }
    }

    /**
     * Whether a sale lowers the worst case, or leaves it, however much of it is filled. The worst case after a fill is
     * convex in its size, so the full fill speaks for all of them.
     */
    static boolean reduces(Reservation sale) {
        StrategyPosition position = sale.position();
        if (sale.buys() || position.unclaimed() < 0) {
            return false;
        }
        Holding holding = position.holding();
        long won = holding.pair().ifWon(holding) - sale.lossIfTrue(holding.payoutIfWon());
        long lost = holding.pair().ifLost(holding) - sale.lossIfTrue(holding.payoutIfLost());
        long released = position.confirmed().basisOf(sale.shares());
        long wonAfter = won + released - worth(sale, holding.payoutIfWon());
        long lostAfter = lost + released - worth(sale, holding.payoutIfLost());
        return worstCase(wonAfter, lostAfter) <= worstCase(won, lost);
    }

    private static long worth(Reservation sale, long payoutMicros) {
        return OptionalItem.worth(sale.shares(), payoutMicros, RoundingMode.CEILING);
    }

    private static long worstCase(long won, long lost) {
        return Math.max(0, -Math.min(won, lost));
    }

    /** How many shares of an order fit if its market may lose so much. */
    static long withinExposure(Reservation order, long limit) {
        if (limit < 0) {
            return 0; // Others used it up, and a market that can only win does not make room for them.
        }
        Holding holding = order.position().holding();
        MarketPair pair = holding.pair();
        long ifWon = holding.payoutIfWon();
        long ifLost = holding.payoutIfLost();
        long roomIfWon = Math.addExact(limit, pair.ifWon(holding) - order.lossIfTrue(ifWon));
        long roomIfLost = Math.addExact(limit, pair.ifLost(holding) - order.lossIfTrue(ifLost));
        if (roomIfWon < 0 || roomIfLost < 0) {
            return 0;
        }
        OrderCost cost = order.cost();
        long size = order.remaining();
        long guess = Math.min(
                share(size, roomIfWon, -order.lossIfTrue(ifWon)), share(size, roomIfLost, -order.lossIfTrue(ifLost)));
        return cost.shares(largest(
                size,
                guess,
                tried -> -cost.lossIfTrue(tried, ifWon) <= roomIfWon && -cost.lossIfTrue(tried, ifLost) <= roomIfLost));
    }

    /** How many shares of an order fit if so much cash may be spent in all, including what it has reserved. */
    static long withinCash(Reservation order, long room) {
        if (room <= 0) {
            return 0;
        }
        OrderCost cost = order.cost();
        long size = order.remaining();
        return cost.shares(largest(size, share(size, room, order.cash()), tried -> cost.cash(tried) <= room));
    }

    /** The part of a size that a loss in proportion to it leaves room for. */
    private static long share(long size, long room, long loss) {
        return loss <= room ? size : FixedPoint.mulDiv(size, room, loss, RoundingMode.FLOOR);
    }

    /** Loss is in proportion to size but for the rounding of cash and fee: the guess is right within a few lots. */
    private static long largest(long size, long guess, LongPredicate fits) {
        if (guess == size && fits.test(size)) {
            return size;
        }
        long lots = guess - guess % LOT;
        while (lots > 0 && !fits.test(lots)) {
            lots -= LOT;
        }
        while (lots + LOT <= size && fits.test(lots + LOT)) {
            lots += LOT;
        }
        return lots;
    }
}
