package io.ploy.strategies.quoter;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import java.util.List;

/**
 * Rests a bid below the middle of every book and, for shares it holds, an ask above it. A place to start from: it earns the
 * spread from those who trade at random and loses to those who know more, and knows nothing of windows that end.
 */
public final class SimpleQuoter implements StrategyFactory {
    static final Parameter<Price> EDGE = Parameter.price("edge", "0.02").help("Distance of a quote from the middle.");
    static final Parameter<Quantity> SIZE =
            Parameter.quantity("size", "20").between("5", "1000").help("Of a quote.");

    @Override
    public String name() {
        return "simple-quoter";
    }

    @Override
    public String description() {
        return "Rests a bid below the middle of every book, and an ask above it for shares it holds";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(EDGE, SIZE);
    }

    @Override
    public Strategy create(StrategyContext context) {
        return book -> {
            if (book.trust() == BookTrust.LIVE && book.spreadMicros() != OrderBook.NONE) {
                InstrumentId id = book.instrument();
                double middle = (book.bestBidMicros() + book.bestAskMicros()) / 2e6;
                double edge = context.parameter(EDGE).toDouble();
                Quantity size = context.parameter(SIZE);
                Quantity held = context.position(id).confirmed().min(size).floorToLot();
                quote(context, id, Side.BUY, book.tickSize().floor(middle - edge), size);
                quote(context, id, Side.SELL, book.tickSize().ceil(middle + edge), held);
            }
        };
    }

    private static void quote(StrategyContext context, InstrumentId id, Side side, Price price, Quantity size) {
        for (Order order : context.openOrders()) {
            if (order.request().instrument().equals(id) && order.request().side() == side) {
                if (!order.request().limit().equals(price)) {
                    context.cancel(order.id());
                }
                return;
            }
        }
        if (size.compareTo(Quantity.ofShares(5)) >= 0 && price.micros() > 0 && price.micros() < 1_000_000) {
            context.submit((side == Side.BUY ? OrderRequest.buy(id, size, price) : OrderRequest.sell(id, size, price))
                    .postOnly());
        }
    }
}
