package io.ploy.core.portfolio;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import java.math.RoundingMode;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How much of a reserved order fits, all else as it is: shares at the limit price in whole lots, at most those of the order.
 * Every method throws {@link IllegalArgumentException} if nothing is reserved for the order.
 *
 * <p><b>Threading.</b> The engine thread only.
 */
public final class HeadRoom {
    private static final long LOT = Quantity.LOT.micros();

    private final Reservations reservations;
    private final Holdings holdings;
    private final CashBook cash;

    HeadRoom(Reservations reservations, Holdings holdings, CashBook cash) {
        this.reservations = reservations;
        this.holdings = holdings;
        this.cash = cash;
    }

    /**
     * What a reserved order may sell: confirmed shares that nothing else claims.
     *
     * @param id a reserved order
     * @return shares
     */
    public Quantity sellable(ClientOrderId id) {
        Reservation order = reservations.get(id);
        long own = order.buys() ? 0 : order.shares();
        return Quantity.ofMicros(Math.max(0, Math.addExact(order.position().unclaimed(), own)));
    }

    /**
     * What an order does to the worst case of its event. The worst case after a fill is convex in its size, so the full fill
     * speaks for every part of it.
     *
     * @param id a reserved order
     * @return what it is
     */
    public OrderClass classify(ClientOrderId id) {
        Reservation order = reservations.get(id);
        StrategyPosition position = order.position();
        if (!order.buys() && position.unclaimed() < 0) {
            return OrderClass.INCREASING;
        }
        Holding holding = position.holding();
        Rooms without = Rooms.without(order, 0);
        long won = Math.addExact(without.won, change(order, holding.payoutIfWon()));
        long lost = Math.addExact(without.lost, change(order, holding.payoutIfLost()));
        long before = Math.min(without.won, without.lost);
        long after = Math.min(won, lost);
        if (without.mayBeVoid) {
            before = Math.min(before, without.isVoid);
            after = Math.min(after, Math.addExact(without.isVoid, change(order, holding.payoutIfVoid())));
        }
        long better = Math.min(0, after) - Math.min(0, before);
        if (order.buys()) {
            return better > 0 ? OrderClass.HEDGING : OrderClass.INCREASING;
        }
        return better >= 0 ? OrderClass.REDUCING : OrderClass.INCREASING;
    }

    /** What a full fill does to what is won or lost with what is held then. What a sale brings is realised, and not held. */
    private static long change(Reservation order, long payout) {
        return order.buys()
                ? order.valueIfTrue(payout)
                : order.position().confirmed().basisOf(order.shares())
                        - OptionalItem.worth(order.shares(), payout, RoundingMode.CEILING);
    }

    /**
     * As much as its market may lose.
     *
     * @param id a reserved order
     * @param limit the most the market may lose
     */
    public Quantity inMarket(ClientOrderId id, Cash limit) {
        Reservation order = reservations.get(id);
        return Quantity.ofMicros(fits(order, Rooms.inMarket(order, limit.micros())));
    }

    /**
     * As much as its event may lose.
     *
     * @param id a reserved order
     * @param limit the most the event may lose
     */
    public Quantity inEvent(ClientOrderId id, Cash limit) {
        Reservation order = reservations.get(id);
        return inEvent(order, order.position().holding().pair().ofAccount(), limit.micros());
    }

    /**
     * As much as its group may lose.
     *
     * @param id a reserved order
     * @param limit the most the group may lose; any size fits in no group
     */
    public Quantity inGroup(ClientOrderId id, Cash limit) {
        Reservation order = reservations.get(id);
        return within(order, order.position().holding().pair().shape().group(), limit.micros());
    }

    /**
     * As much as its domain may lose.
     *
     * @param id a reserved order
     * @param limit the most the domain may lose
     */
    public Quantity inDomain(ClientOrderId id, Cash limit) {
        Reservation order = reservations.get(id);
        return within(order, order.position().holding().pair().shape().domain(), limit.micros());
    }

    /**
     * As much as its strategy may lose.
     *
     * @param id a reserved order
     * @param limit the most the strategy may lose
     */
    public Quantity inStrategy(ClientOrderId id, Cash limit) {
        Reservation order = reservations.get(id);
        MarketStake stake = order.position().market();
        return inEvent(
                order, stake, without(limit.micros(), stake.owner().exposure().micros(), stake.event()));
    }

    /**
     * As much as the account may lose.
     *
     * @param id a reserved order
     * @param limit the most the account may lose
     */
    public Quantity inAccount(ClientOrderId id, Cash limit) {
        Reservation order = reservations.get(id);
        MarketStake stake = order.position().holding().pair().ofAccount();
        return inEvent(
                order,
                stake,
                without(limit.micros(), holdings.account().exposure().micros(), stake.event()));
    }

    private static Quantity within(Reservation order, @Nullable ScopeTotals scope, long limit) {
        if (scope == null) {
            return Quantity.ofMicros(order.shares());
        }
        MarketStake stake = order.position().holding().pair().ofAccount();
        return inEvent(order, stake, without(limit, scope.exposure().micros(), stake.event()));
    }

    private static long without(long limit, long all, EventStake event) {
        return Math.subtractExact(limit, all - event.exposure());
    }

    private static Quantity inEvent(Reservation order, MarketStake stake, long limit) {
        return Quantity.ofMicros(fits(order, Rooms.inEvent(order, stake, limit)));
    }

    /**
     * What a reserved order may cost at most.
     *
     * @param id a reserved order
     * @return its limit for all of it, with the largest fee; zero for a sale
     */
    public Cash reserved(ClientOrderId id) {
        Reservation order = reservations.get(id);
        return order.buys() ? Cash.ofMicros(order.cash()) : Cash.ZERO;
    }

    /**
     * As much as the cash that is there pays for.
     *
     * @param id a reserved order
     * @param floor cash that must stay; a sale needs none
     */
    public Quantity inCash(ClientOrderId id, Cash floor) {
        Reservation order = reservations.get(id);
        long room = Math.subtractExact(Math.addExact(cash.available(), order.cash()), floor.micros());
        return Quantity.ofMicros(order.buys() ? affordable(order, room) : order.shares());
    }

    /**
     * As much as the capital of its strategy pays for.
     *
     * @param id a reserved order
     * @param limit the most capital the strategy may use; a sale needs none
     */
    public Quantity inStrategyCapital(ClientOrderId id, Cash limit) {
        Reservation order = reservations.get(id);
        return inCapital(order, order.position().market().owner().capital(), limit);
    }

    /**
     * As much as the capital of its domain pays for.
     *
     * @param id a reserved order
     * @param limit the most capital the domain may use; a sale needs none
     */
    public Quantity inDomainCapital(ClientOrderId id, Cash limit) {
        Reservation order = reservations.get(id);
        ScopeTotals domain = order.position().holding().pair().shape().domain();
        return domain == null ? Quantity.ofMicros(order.shares()) : inCapital(order, domain.capital(), limit);
    }

    /**
     * As much as the capital of a part of its domain pays for.
     *
     * @param id a reserved order
     * @param part one the order's market counts in
     * @param limit the most capital the part may use; a sale needs none
     */
    public Quantity inPartCapital(ClientOrderId id, String part, Cash limit) {
        Reservation order = reservations.get(id);
        Total used = holdings.part(part);
        return used == null ? Quantity.ofMicros(order.shares()) : inCapital(order, used, limit);
    }

    private static Quantity inCapital(Reservation order, Total used, Cash limit) {
        if (!order.buys()) {
            return Quantity.ofMicros(order.shares());
        }
        long room = Math.subtractExact(limit.micros(), used.micros() - order.cash());
        return Quantity.ofMicros(affordable(order, room));
    }

    /** Room in each state the order's share can end in; below zero nothing fits. */
    private static final class Rooms {
        private final long won;
        private final long lost;
        private final long isVoid;
        private final boolean mayBeVoid;
        private final boolean none;

        private Rooms(long won, long lost, long isVoid, boolean mayBeVoid, boolean none) {
            this.won = won;
            this.lost = lost;
            this.isVoid = isVoid;
            this.mayBeVoid = mayBeVoid;
            this.none = none;
        }

        /** What is won or lost without the order, with an allowance added. */
        static Rooms without(Reservation order, long allowance) {
            return inEvent(order, order.position().holding().pair().ofAccount(), allowance, 0);
        }

        static Rooms inEvent(Reservation order, MarketStake stake, long limit) {
            return inEvent(order, stake, limit, stake.event().besides(stake));
        }

        private static Rooms inEvent(Reservation order, MarketStake stake, long limit, long besides) {
            EventStake event = stake.event();
            boolean first = isFirst(order);
            return of(
                    order,
                    Math.subtractExact(limit, besides),
                    first ? event.worstIfFirst(stake) : event.worstIfSecond(stake),
                    first ? event.worstIfSecond(stake) : event.worstIfFirst(stake),
                    event.worstIfVoid(stake),
                    event.mayBeVoid(stake));
        }

        static Rooms inMarket(Reservation order, long limit) {
            MarketStake stake = order.position().holding().pair().ofAccount();
            boolean first = isFirst(order);
            return of(
                    order,
                    limit,
                    first ? stake.ifFirst() : stake.ifSecond(),
                    first ? stake.ifSecond() : stake.ifFirst(),
                    stake.ifVoid(),
                    stake.pair().mayBeVoid());
        }

        private static boolean isFirst(Reservation order) {
            Holding holding = order.position().holding();
            return holding.pair().first() == holding;
        }

        private static Rooms of(
                Reservation order, long limit, long ifWon, long ifLost, long ifVoid, boolean mayBeVoid) {
            Holding holding = order.position().holding();
            return new Rooms(
                    Math.addExact(limit, ifWon - order.lossIfTrue(holding.payoutIfWon())),
                    Math.addExact(limit, ifLost - order.lossIfTrue(holding.payoutIfLost())),
                    Math.addExact(limit, ifVoid - order.lossIfTrue(holding.payoutIfVoid())),
                    mayBeVoid,
                    // Others used it up, and an event that can only win does not make room for them.
                    limit < 0);
        }

        boolean nothingFits() {
            return none || won < 0 || lost < 0 || (mayBeVoid && isVoid < 0);
        }
    }

    private static long fits(Reservation order, Rooms rooms) {
        if (rooms.nothingFits()) {
            return 0;
        }
        Holding holding = order.position().holding();
        long ifWon = holding.payoutIfWon();
        long ifLost = holding.payoutIfLost();
        long ifVoid = holding.payoutIfVoid();
        OrderCost cost = order.cost();
        long size = order.remaining();
        long guess = Math.min(
                share(size, rooms.won, -order.lossIfTrue(ifWon)), share(size, rooms.lost, -order.lossIfTrue(ifLost)));
        if (rooms.mayBeVoid) {
            guess = Math.min(guess, share(size, rooms.isVoid, -order.lossIfTrue(ifVoid)));
        }
        return cost.shares(largest(
                size,
                guess,
                tried -> -cost.lossIfTrue(tried, ifWon) <= rooms.won
                        && -cost.lossIfTrue(tried, ifLost) <= rooms.lost
                        && (!rooms.mayBeVoid || -cost.lossIfTrue(tried, ifVoid) <= rooms.isVoid)));
    }

    private static long affordable(Reservation order, long room) {
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
