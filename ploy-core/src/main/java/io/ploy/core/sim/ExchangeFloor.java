package io.ploy.core.sim;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.order.LiquidityRole;
import io.ploy.core.sim.match.MatchListener;
import io.ploy.core.sim.match.MatchingEngine;
import io.ploy.core.sim.match.OrderKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A market of the simulated exchange: orders meet each other, and shares are backed by locked collateral. */
final class ExchangeFloor extends Floor implements MatchListener {
    private static final long TAKER = -1;

    private final MatchingEngine engine;
    private final BookPublisher publisher;
    private final ExchangePurse purse;
    private final List<@Nullable VenueOrder> bySlot = new ArrayList<>();
    private final Deque<Integer> freeSlots = new ArrayDeque<>();
    private final List<VenueOrder> dropped = new ArrayList<>();

    private @Nullable VenueOrder taker;
    private @Nullable Trade trade;
    private int bucket;
    private long levelPrice;
    private long levelQuantity;

    private long locked;
    private long supplyFirst;
    private long supplySecond;

    ExchangeFloor(Market market, FeedHub hub, ExchangePurse purse, Observers observers) {
        super(market);
        this.purse = purse;
        engine = new MatchingEngine(market.rules().tickSize(), this);
        publisher = new BookPublisher(this, engine, hub, observers);
    }

    MatchingEngine engine() {
        return engine;
    }

    BookPublisher publisher() {
        return publisher;
    }

    long locked() {
        return locked;
    }

    long supplyFirst() {
        return supplyFirst;
    }

    long supplySecond() {
        return supplySecond;
    }

    @Override
    long bestAgainst(OrderKind kind) {
        return engine.best(!kind.isBid());
    }

    @Override
    long nextAgainst(OrderKind kind, long price) {
        return engine.next(!kind.isBid(), price);
    }

    @Override
    long availableAgainst(OrderKind kind, long price) {
        return engine.size(price);
    }

    @Override
    void take(VenueOrder order, Trade into) {
        taker = order;
        trade = into;
        bucket = 0;
        levelPrice = NONE;
        levelQuantity = 0;
        if (order.spends()) {
            engine.spend(order.kind, order.bookLimit, order.left(), TAKER);
        } else {
            engine.take(order.kind, order.bookLimit, order.left(), TAKER);
        }
        closeLevel(order, into);
        taker = null;
        trade = null;
    }

    @Override
    public void onMatch(
            long takerTag, OrderKind takerKind, long makerTag, OrderKind maker, long priceMicros, long quantity) {
        VenueOrder order = taker;
        VenueOrder resting = bySlot.get((int) makerTag);
        Trade into = trade;
        if (order == null || resting == null || into == null) {
            throw new IllegalStateException("match outside an execution");
        }
        if (priceMicros != levelPrice) {
            closeLevel(order, into);
            levelPrice = priceMicros;
        }
        levelQuantity += quantity;
        into.add(bucket, resting, LiquidityRole.MAKER, priceMicros, quantity);
        if (quantity == resting.open()) {
            freeSlot(resting);
        }
    }

    private void closeLevel(VenueOrder order, Trade into) {
        if (levelQuantity > 0) {
            into.add(bucket, order, LiquidityRole.TAKER, levelPrice, levelQuantity);
            publisher.changed(!order.kind.isBid(), levelPrice);
            publisher.traded(order, levelPrice, levelQuantity);
            bucket++;
            levelQuantity = 0;
        }
    }

    @Override
    void rest(VenueOrder order) {
        Integer free = freeSlots.poll();
        if (free == null) {
            order.slot = bySlot.size();
            bySlot.add(order);
        } else {
            order.slot = free;
            bySlot.set(free, order);
        }
        order.handle = engine.placePostOnly(order.kind, order.bookLimit, order.open(), order.slot);
        if (order.handle == MatchingEngine.NONE) {
            throw new IllegalStateException("the rest of " + order.id + " would cross");
        }
        publisher.changed(order.kind.isBid(), order.bookLimit);
    }

    @Override
    void withdraw(VenueOrder order) {
        if (engine.cancel(order.handle) > 0) {
            freeSlot(order);
        }
        publisher.changed(order.kind.isBid(), order.bookLimit);
    }

    private void freeSlot(VenueOrder order) {
        bySlot.set(order.slot, null);
        freeSlots.push(order.slot);
    }

    /** Changes the price step and returns the orders that fell off the book. */
    List<VenueOrder> changeTick(TickSize tickSize, boolean keepOffTick) {
        dropped.clear();
        engine.changeTick(tickSize, keepOffTick);
        return List.copyOf(dropped);
    }

    @Override
    public void onDropped(long tag, OrderKind kind, long priceMicros, long quantity) {
        VenueOrder order = bySlot.get((int) tag);
        if (order != null) {
            dropped.add(order);
            freeSlot(order);
        }
    }

    @Override
    void settled(Bucket done) {
        long first = 0;
        long second = 0;
        long paid = 0;
        long fees = 0;
        for (Leg leg : done.legs) {
            boolean buys = leg.order.request.side() == Side.BUY;
            long shares = buys ? leg.quantity : -leg.quantity;
            if (leg.order.kind.isFirst()) {
                first += shares;
            } else {
                second += shares;
            }
            paid += buys ? leg.cash : -leg.cash;
            fees += leg.fee;
        }
        if (first != second) {
            throw new IllegalStateException(
                    done.trade.id + " made " + first + " first and " + second + " second outcome shares");
        }
        setsChanged(first);
        purse.take(fees, paid - first);
    }

    @Override
    void setsChanged(long sets) {
        locked += sets;
        supplyFirst += sets;
        supplySecond += sets;
    }

    /**
     * A second outcome that is given leaves all collateral where it was, since it stays behind the first outcomes that there
     * are; a first outcome that is received takes as much. What that is more than was paid in comes back when the event is
     * decided: at most one of its markets pays its first outcomes.
     */
    @Override
    void converted(long first, long second, long cash) {
        supplyFirst += first;
        supplySecond -= second;
        locked += first;
        purse.issue(Math.addExact(first, cash));
    }

    @Override
    void redeemed(long first, long second, long paid) {
        supplyFirst -= first;
        supplySecond -= second;
        locked -= paid;
        if (supplyFirst == 0 && supplySecond == 0) {
            // Halves of odd micros were rounded down; nobody is left to claim them.
            purse.take(0, locked);
            locked = 0;
        }
    }

    /** What a share would bring: its payout once that is known, else the best bid. */
    long worth(InstrumentId instrument) {
        Resolution known = resolution();
        if (known != null) {
            return known.payout(market(), instrument).micros();
        }
        List<BookLevel> bids = publisher.levels(isFirst(instrument), BookSide.BIDS, 1);
        return bids.isEmpty() ? 0 : bids.get(0).price().micros();
    }

    @Override
    void flush() {
        publisher.flush();
    }

    /** What rests at a book price on one side. */
    long size(BookSide side, long price) {
        boolean bid = side == BookSide.BIDS;
        long best = engine.best(bid);
        boolean onSide = best != NONE && (bid ? price <= best : price >= best);
        return onSide ? engine.size(price) : 0;
    }
}
