package io.ploy.core.engine;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.Position;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import java.util.List;

/** Does whatever a strategy can do, at random: every kind of order, cancels, splits and merges. */
public final class RandomTrader implements StrategyFactory {
    @Override
    public String name() {
        return "random-trader";
    }

    @Override
    public Strategy create(StrategyContext context) {
        return book -> {
            if (book.trust() != BookTrust.LIVE || book.spreadMicros() == OrderBook.NONE) {
                return;
            }
            switch (context.random().nextInt(40)) {
                case 0, 1, 2 -> take(context, book);
                case 3, 4 -> rest(context, book);
                case 5 -> sell(context, book);
                case 6 ->
                    context.openOrders().stream().findFirst().map(Order::id).ifPresent(context::cancel);
                case 7 ->
                    context.marketOf(book.instrument())
                            .ifPresent(market -> context.split(market.id(), Quantity.ofShares(5)));
                case 8 ->
                    context.marketOf(book.instrument())
                            .ifPresent(market -> context.merge(market.id(), Quantity.ofShares(5)));
                default -> {}
            }
        };
    }

    private static void take(StrategyContext context, OrderBook book) {
        long limit = Math.min(book.bestAskMicros() + 10_000, 990_000);
        OrderRequest request = OrderRequest.buy(book.instrument(), size(context), Price.ofMicros(limit));
        context.submit(context.random().nextBoolean() ? request.fillAndKill() : request.fillOrKill());
    }

    private static void rest(StrategyContext context, OrderBook book) {
        OrderRequest request = OrderRequest.buy(book.instrument(), size(context), Price.ofMicros(book.bestBidMicros()));
        context.submit(context.random().nextBoolean() ? request.postOnly() : request);
    }

    private static void sell(StrategyContext context, OrderBook book) {
        Position held = context.position(book.instrument());
        Quantity size = held.sellable().floorToLot();
        if (!size.isZero()) {
            context.submit(OrderRequest.sell(book.instrument(), size, Price.ofMicros(book.bestBidMicros()))
                    .fillAndKill());
        }
    }

    private static Quantity size(StrategyContext context) {
        List<Long> sizes = List.of(5L, 7L, 12L, 25L);
        return Quantity.ofShares(sizes.get(context.random().nextInt(sizes.size())));
    }
}
