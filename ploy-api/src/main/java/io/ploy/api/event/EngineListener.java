package io.ploy.api.event;

import io.ploy.api.Stable;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.risk.RiskAudit;

/**
 * Hears what the engine does, for displays, reports and tests. It cannot change anything.
 *
 * <p><b>Threading.</b> Called on the engine thread, in the order of events: return at once, do no I/O.
 *
 * <p><b>Errors.</b> An exception is logged and the listener is dropped.
 */
@Stable
public interface EngineListener {
    /**
     * Something happened to an order.
     *
     * @param event what happened
     */
    default void onOrder(OrderEvent event) {}

    /**
     * The risk pipeline decided about an order.
     *
     * @param audit what it decided and why
     */
    default void onRisk(RiskAudit audit) {}

    /**
     * A split, merge or redemption moved on.
     *
     * @param event where it is now
     */
    default void onOperation(OperationEvent event) {}

    /**
     * A market is new or changed.
     *
     * @param market as it is now
     */
    default void onMarket(Market market) {}

    /**
     * A market's payout is final.
     *
     * @param market which
     * @param resolution what each outcome pays
     */
    default void onResolution(Market market, Resolution resolution) {}

    /**
     * A person should know something.
     *
     * @param alert what
     */
    default void onAlert(Alert alert) {}
}
