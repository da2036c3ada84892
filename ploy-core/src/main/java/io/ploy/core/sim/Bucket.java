package io.ploy.core.sim;

import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The part of a trade that was made at one price. It settles as a whole, apart from the trade's other parts. */
final class Bucket {
    final Trade trade;
    final int number;
    final List<Leg> legs = new ArrayList<>(2);
    SettlementStatus status = SettlementStatus.MATCHED;
    Instant updatedAt;

    Bucket(Trade trade, int number) {
        this.trade = trade;
        this.number = number;
        this.updatedAt = trade.matchedAt;
    }

    /** As observers are told of it; only for a trade between two orders of the exchange. */
    ExchangeTrade view() {
        List<ExchangeTrade.Leg> makers = new ArrayList<>(legs.size());
        ExchangeTrade.Leg taker = null;
        for (Leg leg : legs) {
            if (leg.role == LiquidityRole.TAKER) {
                taker = leg.view();
            } else {
                makers.add(leg.view());
            }
        }
        if (taker == null) {
            throw new IllegalStateException(trade.id + " has no taker");
        }
        return new ExchangeTrade(
                trade.id, number, trade.floor.market().id(), trade.matchedAt, status, updatedAt, taker, makers);
    }
}
