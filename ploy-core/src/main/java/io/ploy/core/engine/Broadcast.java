package io.ploy.core.engine;

import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.risk.RiskAudit;

/** Everybody who hears what the engine did: listeners at once, strategies after the callback under way, people in time. */
interface Broadcast {
    void order(OrderEvent event);

    void risk(RiskAudit audit);

    void operation(String strategy, OperationEvent event);

    void resolution(Market market, Resolution resolution);

    void alert(AlertSeverity severity, String code, String subject, String message);

    /** An alert that was raised, for listeners and the journal. */
    void alerted(Alert alert);
}
