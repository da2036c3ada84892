package io.ploy.core.engine;

import io.ploy.api.market.Market;
import io.ploy.api.money.Price;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderRequest;
import io.ploy.core.portfolio.PortfolioLedger;
import java.util.function.Predicate;

/** Keeps the portfolio in step with the orders, before anybody hears of an event. */
final class OrderMoney implements OrderEvent.Cases<Done> {
    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private Predicate<Order> kept = order -> false;

    OrderMoney(MarketStore markets, PortfolioLedger portfolio) {
        this.markets = markets;
        this.portfolio = portfolio;
    }

    /** Keeps what closed orders may cost reserved for as long as something holds of them. */
    void keepWhile(Predicate<Order> condition) {
        kept = condition;
    }

    /** Reserves what an order read from a journal was granted. */
    void accepted(ClientOrderId id, String strategy, OrderRequest request, Price lowest) {
        Market market = markets.marketOf(request.instrument());
        if (market != null) {
            portfolio.reserve(id, strategy, request, market, lowest);
        }
    }

    /** A closed order whose fills are all there needs nothing any more. */
    void afterFill(Order order) {
        if (!order.isOpen() && order.unattributed().isZero() && !kept.test(order)) {
            portfolio.release(order.id());
        }
    }

    @Override
    public Done denied(OrderEvent.Denied event) {
        return released(event);
    }

    @Override
    public Done rejected(OrderEvent.Rejected event) {
        return released(event);
    }

    @Override
    public Done accepted(OrderEvent.Accepted event) {
        return Done.DONE;
    }

    @Override
    public Done doubted(OrderEvent.Doubted event) {
        reserveAgain(event.order());
        return Done.DONE;
    }

    @Override
    public Done filled(OrderEvent.Filled event) {
        portfolio.book(event.order().strategy(), event.fill());
        return Done.DONE;
    }

    @Override
    public Done fillConfirmed(OrderEvent.FillConfirmed event) {
        portfolio.confirm(event.fill());
        return Done.DONE;
    }

    @Override
    public Done fillReversed(OrderEvent.FillReversed event) {
        portfolio.reverse(event.fill());
        return Done.DONE;
    }

    @Override
    public Done cancelRefused(OrderEvent.CancelRefused event) {
        return Done.DONE;
    }

    @Override
    public Done closed(OrderEvent.Closed event) {
        return released(event);
    }

    @Override
    public Done revived(OrderEvent.Revived event) {
        reserveAgain(event.order());
        return Done.DONE;
    }

    /** What the venue says matched stays reserved until its fills are seen. */
    private Done released(OrderEvent event) {
        Order order = event.order();
        Market market = markets.marketOf(order.request().instrument());
        if (kept.test(order)) {
            return Done.DONE;
        }
        if (order.unattributed().isZero() || market == null) {
            portfolio.release(order.id());
        } else {
            OrderRequest awaited = order.request().withQuantity(order.unattributed());
            portfolio.reserve(order.id(), order.strategy(), awaited, market);
        }
        return Done.DONE;
    }

    private void reserveAgain(Order order) {
        Market market = markets.marketOf(order.request().instrument());
        if (market != null
                && !portfolio.isReserved(order.id())
                && !order.remaining().isZero()) {
            portfolio.reserve(order.id(), order.strategy(), order.request().withQuantity(order.remaining()), market);
        }
    }
}
