package io.ploy.strategies.dumphedge;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Sweep;
import io.ploy.api.market.TickSize;
import io.ploy.api.maths.TradingCost;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.Position;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.strategies.input.BookInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a pair is completed or given up. Books must be LIVE; their age does not matter here, since these orders take risk
 * away and their limits hold whatever the book has become.
 */
final class HedgeRule {
    private final StrategyContext context;
    private final Settings settings;
    private final EndRule endRule;

    HedgeRule(StrategyContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
        endRule = new EndRule(settings.endPolicy, settings.maxPairLoss);
    }

    /** The order that completes the pair at the target, if that can be had now. */
    Optional<OrderRequest> atTarget(Market market, Pair pair, long remaining) {
        FeeSchedule fees = tradableFees(market);
        Holding naked = pair.naked();
        Holding other = pair.other(naked);
        Quantity owed = pair.owed(settings.fillTrust);
        OrderBook book = context.book(other.instrument());
        if (fees == null || owed.isZero() || !isUsable(market, book)) {
            return Optional.empty();
        }
        double target = settings.target(remaining);
        double most = 1 - naked.unitCost() - target;
        Optional<OrderRequest> order = settings.hedgeStyle == HedgeStyle.TAKER
                ? taking(market, fees, book, other, owed, most)
                : resting(market, fees, book, other, owed, most, remaining);
        return order.map(request -> request.reason("hedge: owed " + owed + ", c1 " + Words.usd(naked.unitCost())
                        + ", target " + Words.usd(target) + ", all-in at most " + Words.usd(most) + ", ask "
                        + askWords(book) + ", " + Words.seconds(remaining) + " s left, book " + book.generation()))
                .map(request -> restingOn(naked, request));
    }

    private Optional<OrderRequest> taking(
            Market market, FeeSchedule fees, OrderBook book, Holding other, Quantity owed, double most) {
        TickSize tick = market.rules().tickSize();
        Price limit = tick.floor(TradingCost.priceForAllIn(fees, most));
        long ask = book.bestAskMicros();
        if (ask == OrderBook.NONE || limit.micros() < ask) {
            return Optional.empty();
        }
        Quantity bought = WindowOrders.inWholeCents(owed, limit);
        if (!WindowOrders.isLargeEnough(market, bought, Price.ofMicros(ask), true)) {
            return Optional.empty();
        }
        Sweep sweep = book.sweep(BookSide.ASKS, bought, tick.highest(), fees);
        boolean reachesTarget = !sweep.quantity().isBelow(bought) && sweep.averageAllIn() <= most;
        return reachesTarget
                ? Optional.of(
                        OrderRequest.buy(other.instrument(), bought, limit).fillAndKill())
                : Optional.empty();
    }

    private Optional<OrderRequest> resting(
            Market market,
            FeeSchedule fees,
            OrderBook book,
            Holding other,
            Quantity owed,
            double most,
            long remaining) {
        TickSize tick = market.rules().tickSize();
        Price limit = belowAsk(tick, tick.floor(TradingCost.makerPriceForAllIn(fees, most)), book);
        return remaining > settings.cancelLead
                        && limit.micros() > 0
                        && WindowOrders.isLargeEnough(market, owed, limit, false)
                ? Optional.of(OrderRequest.buy(other.instrument(), owed, limit).postOnly())
                : Optional.empty();
    }

    private static Price belowAsk(TickSize tick, Price limit, OrderBook book) {
        long ask = book.bestAskMicros();
        return ask != OrderBook.NONE && limit.micros() >= ask
                ? tick.floor(Price.ofMicros(Math.max(0, ask - tick.micros())))
                : limit;
    }

    /**
     * Whether a resting hedge must be taken away: it is for another size, off the tick, dearer than the target allows, or
     * cheaper than it could be by now.
     */
    boolean isOutdated(Market market, Pair pair, OrderRequest resting, Quantity open, long remaining) {
        Holding other = pair.of(resting.instrument());
        Holding naked = pair.other(other);
        TickSize tick = market.rules().tickSize();
        FeeSchedule fees = tradableFees(market);
        long needed = naked.trusted(settings.fillTrust) - other.economic();
        if (fees == null
                || Math.abs(needed - open.micros()) >= Quantity.LOT.micros()
                || !tick.admits(resting.limit())) {
            return true;
        }
        Price most =
                tick.floor(TradingCost.makerPriceForAllIn(fees, 1 - naked.unitCost() - settings.target(remaining)));
        OrderBook book = context.book(other.instrument());
        // What is too small to be asked for again is better left where it is than taken away.
        boolean mayRaise =
                isUsable(market, book) && !open.isBelow(market.rules().minimumSize());
        boolean isCheap = mayRaise && resting.limit().isBelow(belowAsk(tick, most, book));
        return isCheap || resting.limit().isAbove(most);
    }

    /** The order the end policy wants, hedging tried first where it is the better one. */
    Optional<OrderRequest> atEnd(Market market, Pair pair, long remaining, boolean mayHedge, boolean maySell) {
        FeeSchedule fees = tradableFees(market);
        if (fees == null) {
            return Optional.empty();
        }
        Holding naked = pair.naked();
        Holding other = pair.other(naked);
        Quantity owed = pair.owed(settings.fillTrust);
        Position position = context.position(naked.instrument());
        Quantity sellable = pair.surplus().min(position.sellable()).floorToLot();
        OrderBook ownBook = context.book(naked.instrument());
        OrderBook otherBook = context.book(other.instrument());
        long ask =
                mayHedge && !owed.isZero() && isUsable(market, otherBook) ? otherBook.bestAskMicros() : OrderBook.NONE;
        long bid = isUsable(market, ownBook) ? ownBook.bestBidMicros() : OrderBook.NONE;
        double cost = naked.unitCost();
        EndRule.Choice choice = endRule.choose(fees, cost, ask, bid, maySell && !sellable.isZero());
        String reason = choice + " at the end: c1 " + Words.usd(cost) + ", other ask " + priceWords(ask) + ", own bid "
                + priceWords(bid) + ", at most " + Words.usd(settings.maxPairLoss) + " lost, "
                + Words.seconds(remaining) + " s left, books " + ownBook.generation() + " and "
                + otherBook.generation();
        TickSize tick = market.rules().tickSize();
        return switch (choice) {
            case HEDGE -> {
                Price limit = tick.floor(endRule.hedgeLimit(fees, cost));
                yield limit.micros() >= ask
                                && WindowOrders.isLargeEnough(
                                        market, WindowOrders.inWholeCents(owed, limit), Price.ofMicros(ask), true)
                        ? Optional.of(restingOn(
                                naked,
                                OrderRequest.buy(other.instrument(), WindowOrders.inWholeCents(owed, limit), limit)
                                        .fillAndKill()
                                        .reason(reason)))
                        : Optional.empty();
            }
            case SELL -> {
                Price limit = tick.ceil(endRule.saleLimit(fees, cost));
                yield limit.micros() <= bid && WindowOrders.isLargeEnough(market, sellable, limit, true)
                        ? Optional.of(OrderRequest.sell(naked.instrument(), sellable, limit)
                                .fillAndKill()
                                .reduceOnly()
                                .reason(reason))
                        : Optional.empty();
            }
            case HOLD -> Optional.empty();
        };
    }

    /** Names the provisional fill an order rests on, so that a reversal of it lists the order. */
    private static OrderRequest restingOn(Holding naked, OrderRequest request) {
        return naked.newestProvisionalFill().map(request::becauseOf).orElse(request);
    }

    private static boolean isUsable(Market market, OrderBook book) {
        return BookInput.isLive(book) && book.tickSize().equals(market.rules().tickSize());
    }

    private static @Nullable FeeSchedule tradableFees(Market market) {
        boolean open = market.status().acceptsOrders();
        return open ? market.rules().fees().filter(TradingCost::isMonotone).orElse(null) : null;
    }

    private static String askWords(OrderBook book) {
        return priceWords(book.bestAskMicros());
    }

    private static String priceWords(long micros) {
        return micros == OrderBook.NONE ? "none" : Words.micros(micros);
    }
}
