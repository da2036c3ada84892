package io.ploy.testkit.docs;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import java.util.List;

/** The strategy of the guide for authors: buys once in each outcome when it is offered cheaply enough. */
public final class OneBid implements StrategyFactory {
    static final Parameter<Price> MAX_PRICE =
            Parameter.price("maxPrice", "0.60").between("0.01", "0.99").help("Never pay more than this.");
    static final Parameter<Quantity> SIZE =
            Parameter.quantity("size", "20").between("5", "1000").help("Shares to buy.");

    @Override
    public String name() {
        return "one-bid";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(MAX_PRICE, SIZE);
    }

    @Override
    public Strategy create(StrategyContext context) {
        return book -> {
            boolean cheap = book.trust() == BookTrust.LIVE
                    && book.bestAskMicros() != OrderBook.NONE
                    && book.bestAskMicros() <= context.parameter(MAX_PRICE).micros();
            if (cheap
                    && context.openOrders().isEmpty()
                    && context.position(book.instrument()).isFlat()) {
                Price ask = Price.ofMicros(book.bestAskMicros());
                context.submit(OrderRequest.buy(book.instrument(), context.parameter(SIZE), ask)
                        .fillAndKill()
                        .reason("ask " + ask + " at or below maxPrice"));
            }
        };
    }
}
