package io.ploy.core.backtest;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the engine did during a backtest, by order and fill. */
final class Ledgers implements EngineListener {
    private final Map<ClientOrderId, Order> orders = new LinkedHashMap<>();
    private final Map<FillId, Fill> fills = new LinkedHashMap<>();
    private final Map<MarketId, Market> markets = new LinkedHashMap<>();
    private final Map<MarketId, Resolution> resolutions = new LinkedHashMap<>();
    private final Map<RiskReason, Long> denied = new EnumMap<>(RiskReason.class);

    @Override
    public void onOrder(OrderEvent event) {
        orders.put(event.order().id(), event.order());
        if (event instanceof OrderEvent.Denied refusal) {
            denied.merge(refusal.reason(), 1L, Long::sum);
        } else if (event instanceof OrderEvent.Filled filled) {
            fills.put(filled.fill().id(), filled.fill());
        } else if (event instanceof OrderEvent.FillConfirmed confirmed) {
            fills.put(confirmed.fill().id(), confirmed.fill());
        } else if (event instanceof OrderEvent.FillReversed reversed) {
            fills.put(reversed.fill().id(), reversed.fill());
        }
    }

    @Override
    public void onMarket(Market market) {
        markets.put(market.id(), market);
    }

    @Override
    public void onResolution(Market market, Resolution resolution) {
        resolutions.put(market.id(), resolution);
    }

    List<Order> orders() {
        return orders.values().stream().sorted(Comparator.comparing(Order::id)).toList();
    }

    List<Fill> fills() {
        return new ArrayList<>(fills.values());
    }

    List<Market> markets() {
        return new ArrayList<>(markets.values());
    }

    @Nullable
    Resolution resolution(MarketId market) {
        return resolutions.get(market);
    }

    Map<RiskReason, Long> denied() {
        return new EnumMap<>(denied);
    }

    long countOrders(Market market, Predicate<Order> which) {
        return orders.values().stream()
                .filter(order -> market.has(order.request().instrument()))
                .filter(which)
                .count();
    }

    static boolean wasDenied(Order order) {
        return order.lifecycle() == OrderLifecycle.DENIED;
    }

    List<Fill> settledFills(Market market) {
        return fills.values().stream()
                .filter(fill -> market.has(fill.instrument()) && fill.settlement() != SettlementStatus.FAILED)
                .toList();
    }

    static Quantity traded(List<Fill> some) {
        Quantity sum = Quantity.ZERO;
        for (Fill fill : some) {
            sum = sum.plus(fill.quantity());
        }
        return sum;
    }
}
