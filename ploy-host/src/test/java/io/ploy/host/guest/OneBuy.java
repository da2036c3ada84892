package io.ploy.host.guest;

import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Buys a few shares of every first outcome, once in each market. */
public final class OneBuy implements StrategyFactory {
    private static final Parameter<Quantity> SHARES =
            Parameter.quantity("shares", "10").between("5", "100").help("How many.");

    @Override
    public String name() {
        return "one-buy";
    }

    @Override
    public String description() {
        return "Buys once.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(SHARES);
    }

    @Override
    public Strategy create(StrategyContext context) {
        Set<Object> bought = new HashSet<>();
        return (OrderBook book) -> context.marketOf(book.instrument())
                .filter(market -> market.first().instrument().equals(book.instrument()))
                .filter(market -> market.status().acceptsOrders())
                .filter(market -> book.bestAsk().isPresent() && bought.add(market.id()))
                .ifPresent(market -> context.submit(OrderRequest.buy(
                                book.instrument(),
                                context.parameter(SHARES),
                                book.bestAsk().orElseThrow())
                        .fillAndKill()));
    }
}
