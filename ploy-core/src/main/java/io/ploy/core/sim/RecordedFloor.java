package io.ploy.core.sim;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.LiquidityRole;
import io.ploy.core.sim.match.OrderKind;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A market of a recording: own orders meet displayed size and printed trades, and the recording does not notice. Prices
 * are those of the first outcome, also where the recording spoke of the second.
 */
final class RecordedFloor extends Floor {
    private final Desk desk;
    private final FillModel model;
    private final RecordedDepth depth;
    private final long tradeShare;
    private final long cancelsAhead;
    private final List<QueuedOrder> bids = new ArrayList<>();
    private final List<QueuedOrder> asks = new ArrayList<>();

    RecordedFloor(Market market, Desk desk, FillModel model) {
        super(market);
        this.desk = desk;
        this.model = model;
        depth = new RecordedDepth(FillModel.micros(model.liquidityShare()));
        tradeShare = FillModel.micros(model.tradeShare());
        cancelsAhead = FillModel.micros(model.cancelsAhead());
    }

    @Override
    boolean acceptsOrders(Instant now) {
        boolean ended =
                market().window().map(window -> !now.isBefore(window.end())).orElse(false);
        return super.acceptsOrders(now) && (model.tradableAfterWindowEnd() || !ended);
    }

    // ---------------------------------------------------------------- what can be taken

    @Override
    long bestAgainst(OrderKind kind) {
        return kind.isBid() ? depth.firstDisplayed(false, 0) : depth.firstDisplayed(true, FixedPoint.ONE);
    }

    @Override
    long nextAgainst(OrderKind kind, long price) {
        return kind.isBid() ? depth.firstDisplayed(false, price + 1) : depth.firstDisplayed(true, price - 1);
    }

    @Override
    long availableAgainst(OrderKind kind, long price) {
        return depth.available(!kind.isBid(), price);
    }

    @Override
    void take(VenueOrder order, Trade trade) {
        long left = order.left();
        int bucket = 0;
        long price = bestAgainst(order.kind);
        while (left > 0 && reaches(order.kind, price, order.bookLimit)) {
            long own = order.kind.bookPrice(price);
            long quantity = Math.min(VenueOrder.wanted(order, left, own), availableAgainst(order.kind, price));
            if (quantity > 0) {
                depth.use(!order.kind.isBid(), price, quantity);
                trade.add(bucket++, order, LiquidityRole.TAKER, price, quantity);
                left -= order.spends() ? VenueOrder.notional(own, quantity, true) : quantity;
            }
            price = nextAgainst(order.kind, price);
        }
    }

    // ---------------------------------------------------------------- own resting orders

    private List<QueuedOrder> queue(boolean bid) {
        return bid ? bids : asks;
    }

    @Override
    void rest(VenueOrder order) {
        boolean bid = order.kind.isBid();
        List<QueuedOrder> queue = queue(bid);
        int at = queue.size();
        while (at > 0 && isBetter(bid, order.bookLimit, queue.get(at - 1).order.bookLimit)) {
            at--;
        }
        long ahead = depth.displayedAtMost(bid, order.bookLimit);
        queue.add(at, new QueuedOrder(order, ahead, model.printWindow(), desk.now()));
    }

    private static boolean isBetter(boolean bid, long price, long than) {
        return bid ? price > than : price < than;
    }

    @Override
    void withdraw(VenueOrder order) {
        queue(order.kind.isBid()).removeIf(queued -> queued.order == order);
    }

    private void fill(QueuedOrder queued, long quantity) {
        if (quantity > 0) {
            desk.fillResting(queued.order, quantity);
        }
    }

    private void removeFilled() {
        bids.removeIf(queued -> queued.order.isFull());
        asks.removeIf(queued -> queued.order.isFull());
    }

    /** Displayed orders that would have traded with ours now do, at our price. */
    private void fillCrossed() {
        for (int i = 0; i < 2; i++) {
            boolean bid = i == 0;
            for (QueuedOrder queued : queue(bid)) {
                fillCrossed(bid, queued);
            }
        }
        removeFilled();
    }

    private void fillCrossed(boolean bid, QueuedOrder queued) {
        VenueOrder order = queued.order;
        long left = order.open();
        long price = bestAgainst(order.kind);
        while (left > 0 && reaches(order.kind, price, order.bookLimit)) {
            long quantity = Math.min(left, depth.available(!bid, price));
            if (quantity > 0) {
                depth.use(!bid, price, quantity);
                left -= quantity;
            }
            price = nextAgainst(order.kind, price);
        }
        fill(queued, order.open() - left);
    }

    /** Others traded against this side of the book: through our price, or at it once nothing is ahead of us. */
    private void onPrint(boolean bid, long price, long size) {
        long rest = size;
        long budget = share(size, tradeShare);
        for (QueuedOrder queued : queue(bid)) {
            long limit = queued.order.bookLimit;
            if (isBetter(bid, price, limit)) {
                break;
            }
            long reaching = limit == price ? queued.onPrinted(rest, desk.now()) : rest;
            long quantity = Math.min(Math.min(budget, share(reaching, tradeShare)), queued.order.open());
            fill(queued, quantity);
            rest -= quantity;
            budget -= quantity;
        }
        removeFilled();
    }

    // ---------------------------------------------------------------- the recording

    void onSnapshot(MarketEvent.BookSnapshot snapshot) {
        boolean first = isFirst(snapshot.instrument());
        depth.snapshotTaken(first);
        replace(first, BookSide.BIDS, snapshot.bids());
        replace(first, BookSide.ASKS, snapshot.asks());
        fillCrossed();
    }

    private void replace(boolean first, BookSide side, List<BookLevel> levels) {
        SortedLevels next = new SortedLevels();
        for (BookLevel level : levels) {
            next.set(bookPrice(first, level.price().micros()), level.size().micros());
        }
        boolean bid = isBid(first, side);
        SortedLevels now = depth.levels(first, bid);
        for (int index = now.count() - 1; index >= 0; index--) {
            long price = now.price(index);
            if (next.size(price) == 0) {
                set(first, bid, price, 0);
            }
        }
        for (int index = 0; index < next.count(); index++) {
            set(first, bid, next.price(index), next.size(next.price(index)));
        }
    }

    void onChange(MarketEvent.BookChanged changed) {
        boolean first = isFirst(changed.instrument());
        for (LevelChange change : changed.changes()) {
            long price = bookPrice(first, change.price().micros());
            set(first, isBid(first, change.side()), price, change.size().micros());
        }
        fillCrossed();
    }

    private static boolean isBid(boolean first, BookSide side) {
        return first == (side == BookSide.BIDS);
    }

    private static long bookPrice(boolean first, long price) {
        return first ? price : FixedPoint.ONE - price;
    }

    private void set(boolean first, boolean bid, long price, long size) {
        long before = depth.displayedAtMost(bid, price);
        boolean best = price == best(depth.levels(first, bid), bid);
        depth.set(first, bid, price, size);
        long after = depth.displayedAtMost(bid, price);
        if (after < before && !queue(bid).isEmpty()) {
            onVanished(bid, price, before - after, after, best && !model.tradesRequired());
        }
    }

    private static long best(SortedLevels levels, boolean bid) {
        return bid ? levels.floor(FixedPoint.ONE) : levels.ceiling(0);
    }

    private void onVanished(boolean bid, long price, long size, long displayed, boolean counts) {
        long rest = size;
        for (QueuedOrder queued : queue(bid)) {
            if (queued.order.bookLimit != price) {
                continue;
            }
            if (counts) {
                long past = queued.onVanishedAsTraded(rest, displayed, desk.now());
                long quantity = Math.min(share(past, tradeShare), queued.order.open());
                fill(queued, quantity);
                rest -= quantity;
            } else {
                queued.onVanished(size, displayed, cancelsAhead, desk.now());
            }
        }
        removeFilled();
    }

    private static long share(long size, long micros) {
        return FixedPoint.mulDiv(size, micros, FixedPoint.ONE, RoundingMode.FLOOR);
    }

    void onTrade(MarketTrade trade) {
        OrderKind taker = OrderKind.of(isFirst(trade.instrument()), trade.takerSide());
        onPrint(
                !taker.isBid(),
                taker.bookPrice(trade.price().micros()),
                trade.quantity().micros());
    }

    void onDistrust(InstrumentId instrument) {
        depth.distrust(isFirst(instrument));
    }

    /** Levels off the new tick are gone. */
    void dropLevelsOffTick() {
        long tick = market().rules().tickSize().micros();
        for (int i = 0; i < 4; i++) {
            boolean first = i < 2;
            boolean bid = i % 2 == 0;
            SortedLevels levels = depth.levels(first, bid);
            for (int index = levels.count() - 1; index >= 0; index--) {
                long price = levels.price(index);
                if (price % tick != 0) {
                    set(first, bid, price, 0);
                }
            }
        }
    }

    /** The own resting orders, off the book's new tick. */
    List<VenueOrder> offTick() {
        List<VenueOrder> off = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            for (QueuedOrder queued : queue(i == 0)) {
                if (!market().rules().tickSize().admits(queued.order.request.limit())) {
                    off.add(queued.order);
                }
            }
        }
        return off;
    }

    // ---------------------------------------------------------------- the rest of the market is not simulated

    @Override
    void settled(Bucket bucket) {}

    @Override
    void setsChanged(long sets) {}

    @Override
    void converted(long first, long second, long cash) {}

    @Override
    void redeemed(long first, long second, long paid) {}

    @Override
    void flush() {}
}
