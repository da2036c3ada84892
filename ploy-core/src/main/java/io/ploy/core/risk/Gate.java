package io.ploy.core.risk;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;

/** One question about an order that is reserved already. It can make the order smaller or refuse it, never larger. */
interface Gate {
    /** Short, as in the risk guide. */
    String name();

    RiskDecision check(Candidate order);

    /** The order goes on, at the size it has now. Only such orders leave traces. */
    default void accepted(Candidate order) {}

    /** An order made smaller until nothing is left is refused. */
    static RiskDecision shrink(Quantity fits, RiskReason reason, String detail) {
        return fits.isZero() ? RiskDecision.deny(reason, detail) : RiskDecision.shrink(fits, reason, detail);
    }
}
