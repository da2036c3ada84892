package io.ploy.core.risk;

import io.ploy.api.market.TickSize;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The request is one that the venue could take: not expired, on the tick, in whole lots or cents. */
final class RequestGate implements Gate {
    @Override
    public String name() {
        return "request";
    }

    /** What makes a request too absurd to be reserved at all, or null. */
    static @Nullable String absurdity(OrderRequest request) {
        if (request.size() instanceof OrderSize.Spend spend && spend.cash().micros() > RiskLimits.LARGEST_MICROS) {
            return "an amount of " + spend.cash() + " USD";
        }
        Quantity quantity = request.sharesAtLimit();
        return quantity.micros() > RiskLimits.LARGEST_MICROS ? "a size of " + quantity + " shares" : null;
    }

    @Override
    public RiskDecision check(Candidate order) {
        OrderRequest request = order.request();
        Instant expiry = request.expiresAt().orElse(null);
        if (expiry != null && !expiry.isAfter(order.now())) {
            return RiskDecision.deny(RiskReason.REQUEST_INVALID, "expires at " + expiry + ", now is " + order.now());
        }
        if (request.size() instanceof OrderSize.Spend spend) {
            if (spend.cash().micros() % SizedRequest.CENT != 0) {
                return RiskDecision.deny(
                        RiskReason.OFF_LOT, "amount " + spend.cash() + " is not a whole number of cents");
            }
        } else if (request.sharesAtLimit().micros() % Quantity.LOT.micros() != 0) {
            return RiskDecision.deny(
                    RiskReason.OFF_LOT,
                    "size " + request.sharesAtLimit() + " is not a multiple of " + Quantity.LOT + " shares");
        }
        if (order.isMarketKnown()) {
            TickSize tick = order.market().rules().tickSize();
            if (!tick.admits(request.limit())) {
                return RiskDecision.deny(
                        RiskReason.OFF_TICK, "limit " + request.limit() + " is not on the tick of " + tick);
            }
        }
        return RiskDecision.ALLOW;
    }
}
