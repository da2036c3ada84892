package io.ploy.host.demo;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Keeps what a watcher may want to see of a demo, and tells of each event in words as it comes.
 *
 * <p><b>Threading.</b> The engine's thread only.
 */
final class DemoBoard implements EngineListener {
    private static final int KEPT_ORDERS = 200;
    private static final int KEPT_ALERTS = 20;

    private final Map<InstrumentId, Market> markets = new HashMap<>();
    private final Map<MarketId, Resolution> resolutions = new HashMap<>();
    private final Map<MarketId, Long> ordersByMarket = new HashMap<>();
    private final Map<MarketId, Long> fillsByMarket = new HashMap<>();
    private final Map<ClientOrderId, OrderLine> orders = new LinkedHashMap<>();
    private final Map<ClientOrderId, OrderStatus> statuses = new HashMap<>();
    private final Deque<Alert> alerts = new ArrayDeque<>();
    private final BiConsumer<Instant, String> told;
    private long fillCount;
    private long alertCount;

    /** A board that tells each event, with its time and in words. */
    DemoBoard(BiConsumer<Instant, String> told) {
        this.told = told;
    }

    @Override
    public void onMarket(Market market) {
        boolean known = markets.containsKey(market.first().instrument());
        market.outcomes().forEach(outcome -> markets.put(outcome.instrument(), market));
        if (!known) {
            market.window()
                    .ifPresent(window -> told.accept(
                            window.start(), "market    " + market.slug() + ", until " + Words.time(window.end())));
        }
    }

    @Override
    public void onOrder(OrderEvent event) {
        Order order = event.order();
        InstrumentId instrument = order.request().instrument();
        if (statuses.put(order.id(), order.status()) == null && order.status() != OrderStatus.DENIED) {
            market(instrument).ifPresent(market -> ordersByMarket.merge(market.id(), 1L, Long::sum));
        }
        if (event instanceof OrderEvent.Filled) {
            fillCount++;
            market(instrument).ifPresent(market -> fillsByMarket.merge(market.id(), 1L, Long::sum));
        }
        remember(order, event.at());
        told.accept(event.at(), event.match(new EventWords(this::describe)));
    }

    private void remember(Order order, Instant at) {
        String slug = market(order.request().instrument()).map(Market::slug).orElse("");
        String note = order.economic().isZero()
                ? order.detail()
                : "filled " + order.economic() + " for " + order.notional() + ", fees " + order.fees();
        orders.remove(order.id());
        orders.put(order.id(), new OrderLine(order.id(), at, slug, request(order.request()), order.status(), note));
        if (orders.size() > KEPT_ORDERS) {
            orders.remove(orders.keySet().iterator().next());
        }
    }

    private String request(OrderRequest request) {
        String outcome = market(request.instrument())
                .map(market -> market.outcome(request.instrument()).name())
                .orElse(request.instrument().toString());
        return request.side() + " " + request.size() + " of " + outcome + " at " + request.limit();
    }

    private String describe(Order order) {
        String slug = market(order.request().instrument()).map(Market::slug).orElse("?");
        return "#" + order.id().number() + " " + request(order.request()) + " "
                + order.request().timeInForce() + " in " + slug;
    }

    @Override
    public void onResolution(Market market, Resolution resolution) {
        resolutions.put(market.id(), resolution);
        told.accept(resolution.at(), "resolved  " + market.slug() + ": " + Words.outcome(market, resolution));
    }

    @Override
    public void onAlert(Alert alert) {
        alertCount++;
        alerts.addLast(alert);
        if (alerts.size() > KEPT_ALERTS) {
            alerts.removeFirst();
        }
        told.accept(alert.at(), "alert     " + Words.alert(alert));
    }

    private Optional<Market> market(InstrumentId instrument) {
        return Optional.ofNullable(markets.get(instrument));
    }

    Optional<Resolution> resolution(MarketId market) {
        return Optional.ofNullable(resolutions.get(market));
    }

    long orders(MarketId market) {
        return ordersByMarket.getOrDefault(market, 0L);
    }

    long fills(MarketId market) {
        return fillsByMarket.getOrDefault(market, 0L);
    }

    /** Orders that were sent. */
    long orderCount() {
        return statuses.size() - deniedCount();
    }

    /** Orders our own rules refused. */
    long deniedCount() {
        return statuses.values().stream()
                .filter(status -> status == OrderStatus.DENIED)
                .count();
    }

    long fillCount() {
        return fillCount;
    }

    long alertCount() {
        return alertCount;
    }

    /** The last orders to change, latest first. */
    List<OrderLine> latestOrders(int limit) {
        List<OrderLine> all = new ArrayList<>(orders.values());
        List<OrderLine> latest = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && latest.size() < limit; i--) {
            latest.add(all.get(i));
        }
        return latest;
    }

    /** The last alerts, latest first. */
    List<Alert> latestAlerts(int limit) {
        List<Alert> latest = new ArrayList<>();
        alerts.descendingIterator().forEachRemaining(alert -> {
            if (latest.size() < limit) {
                latest.add(alert);
            }
        });
        return latest;
    }

    /** A fill in words. */
    static String fill(Fill fill) {
        return fill.quantity() + " at " + fill.price() + ", fee " + fill.fee() + ", " + Words.lower(fill.role())
                + (fill.late() ? ", late" : "");
    }
}
