package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import java.time.Instant;

/** One order's part in a trade at one price. Amounts are micros, the price is of the order's own outcome. */
final class Leg {
    final Bucket bucket;
    final VenueOrder order;
    final LiquidityRole role;
    final long price;
    final long quantity;
    long cash;
    long fee;

    Leg(Bucket bucket, VenueOrder order, LiquidityRole role, long bookPrice, long quantity) {
        this.bucket = bucket;
        this.order = order;
        this.role = role;
        this.price = order.kind.bookPrice(bookPrice);
        this.quantity = quantity;
    }

    InstrumentId instrument() {
        return order.instrument();
    }

    ExchangeTrade.Leg view() {
        return new ExchangeTrade.Leg(
                order.account.id,
                order.id,
                instrument(),
                order.request.side(),
                Price.ofMicros(price),
                Quantity.ofMicros(quantity),
                Cash.ofMicros(cash),
                Cash.ofMicros(fee));
    }

    FillReport report(SettlementStatus status, Instant updatedAt, Instant at) {
        return new FillReport(
                new FillId(bucket.trade.id, bucket.number, order.id, role),
                instrument(),
                order.request.side(),
                Price.ofMicros(price),
                Quantity.ofMicros(quantity),
                Cash.ofMicros(fee),
                status,
                updatedAt,
                at);
    }
}
