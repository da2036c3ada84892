package io.ploy.core.engine;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.persistence.JournalRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Passes on what the engine did: journal first, then listeners, then strategies once the callback under way is over. */
final class Telling implements Broadcast {
    private final Listeners listeners;
    private final StrategyRunner strategies;
    private final Scribe journal;
    private final Map<ClientOrderId, OrderLifecycle> written = new HashMap<>();
    private @Nullable Alerts alerts;

    Telling(List<EngineListener> listeners, StrategyRunner strategies, Scribe journal) {
        this.listeners = new Listeners(listeners);
        this.strategies = strategies;
        this.journal = journal;
    }

    void useAlerts(Alerts used) {
        alerts = used;
    }

    @Override
    public void order(OrderEvent event) {
        Order order = event.order();
        OrderLifecycle before = written.put(order.id(), order.lifecycle());
        OrderLifecycle from = before == null ? OrderLifecycle.PENDING_NEW : before;
        if (from != order.lifecycle()) {
            CloseReason reason = order.closeReason().orElse(null);
            journal.note(new JournalRecord.OrderMoved(order.id(), from, order.lifecycle(), reason, order.detail()));
        }
        listeners.tell(listener -> listener.onOrder(event));
        strategies.order(event);
    }

    /** Takes over where orders are that an earlier run left. */
    void know(List<Order> orders) {
        orders.forEach(order -> written.put(order.id(), order.lifecycle()));
    }

    /** Lets go of orders that nobody watches any more. */
    void forget(Predicate<ClientOrderId> orders) {
        written.keySet().removeIf(orders);
    }

    @Override
    public void risk(RiskAudit audit) {
        listeners.tell(listener -> listener.onRisk(audit));
    }

    @Override
    public void operation(String strategy, OperationEvent event) {
        listeners.tell(listener -> listener.onOperation(event));
        strategies.later(strategy, target -> target.onOperation(event));
    }

    @Override
    public void resolution(Market market, Resolution resolution) {
        listeners.tell(listener -> listener.onResolution(market, resolution));
        strategies.later(strategy -> strategy.onResolution(market, resolution));
    }

    void market(Market market) {
        listeners.tell(listener -> listener.onMarket(market));
        strategies.later(strategy -> strategy.onMarket(market));
    }

    @Override
    public void alert(AlertSeverity severity, String code, String subject, String message) {
        if (alerts != null) {
            alerts.raise(severity, code, subject, message);
        }
    }

    @Override
    public void alerted(Alert alert) {
        journal.note(new JournalRecord.AlertRaised(alert));
        listeners.tell(listener -> listener.onAlert(alert));
    }
}
