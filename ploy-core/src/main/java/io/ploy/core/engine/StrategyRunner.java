package io.ploy.core.engine;

import io.ploy.api.market.OrderBook;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.strategy.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every strategy of an engine, called one after another in the order in which they were given. */
final class StrategyRunner {
    private final Map<String, StrategyHost> byName = new LinkedHashMap<>();
    private final List<StrategyHost> hosts = new ArrayList<>();
    private final List<Runnable> creations = new ArrayList<>();
    private final Deliveries deliveries = new Deliveries();
    private boolean started;
    private boolean ended;

    void add(StrategyHost host, Parameters parameters, StrategySession session) {
        if (byName.put(host.name(), host) != null) {
            throw new IllegalArgumentException("two strategies are named " + host.name());
        }
        hosts.add(host);
        creations.add(() -> host.create(parameters, session));
    }

    /** Makes and starts them, unless the end came first. */
    void start() {
        if (ended) {
            return;
        }
        started = true;
        creations.forEach(Runnable::run);
        for (StrategyHost host : hosts) {
            host.call(Strategy::onStart);
        }
        deliver();
    }

    /** Says goodbye. From now on strategies hear of their orders and of nothing else. */
    void end() {
        tell(Strategy::onStop);
        ended = true;
    }

    void onBook(OrderBook book) {
        if (ended || !started) {
            return;
        }
        for (int i = 0; i < hosts.size(); i++) {
            hosts.get(i).onBook(book);
        }
        deliver();
    }

    void tell(Consumer<Strategy> callback) {
        if (ended || !started) {
            return;
        }
        for (int i = 0; i < hosts.size(); i++) {
            hosts.get(i).call(callback);
        }
        deliver();
    }

    /** Tells one strategy, once the callback under way is over. */
    void later(String strategy, Consumer<Strategy> callback) {
        StrategyHost host = byName.get(strategy);
        if (host != null) {
            deliveries.add(() -> host.call(callback));
        }
    }

    void later(Consumer<Strategy> callback) {
        deliveries.add(() -> tell(callback));
    }

    void order(OrderEvent event) {
        StrategyHost host = byName.get(event.order().strategy());
        if (host != null) {
            deliveries.add(() -> host.call(strategy -> {
                strategy.onOrder(event);
                fill(strategy, event);
            }));
        }
    }

    /** Tells what waits. What happened to a strategy's orders before it was started it hears once it is. */
    void deliver() {
        if (started) {
            deliveries.run();
        }
    }

    List<String> stopped() {
        return hosts.stream()
                .filter(StrategyHost::isStopped)
                .map(StrategyHost::name)
                .toList();
    }

    private static void fill(Strategy strategy, OrderEvent event) {
        if (event instanceof OrderEvent.Filled filled) {
            strategy.onFill(filled.fill());
        } else if (event instanceof OrderEvent.FillConfirmed confirmed) {
            strategy.onFillConfirmed(confirmed.fill());
        } else if (event instanceof OrderEvent.FillReversed reversed) {
            strategy.onFillReversed(reversed.fill());
        }
    }
}
