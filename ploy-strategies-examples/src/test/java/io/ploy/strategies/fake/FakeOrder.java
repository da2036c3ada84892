package io.ploy.strategies.fake;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order at one moment; each change makes another. */
public record FakeOrder(
        ClientOrderId id,
        OrderRequest request,
        OrderLifecycle lifecycle,
        Quantity matched,
        Quantity economic,
        Quantity confirmed,
        Cash notional,
        Cash fees,
        @Nullable CloseReason closeReasonOrNull,
        Instant updatedAt)
        implements Order {
    @Override
    public Quantity unattributed() {
        return Quantity.ZERO;
    }

    public static FakeOrder pending(ClientOrderId id, OrderRequest request, Instant at) {
        return new FakeOrder(
                id,
                request,
                OrderLifecycle.PENDING_NEW,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                Cash.ZERO,
                Cash.ZERO,
                null,
                at);
    }

    public FakeOrder in(OrderLifecycle next, Instant at) {
        return new FakeOrder(id, request, next, matched, economic, confirmed, notional, fees, closeReasonOrNull, at);
    }

    public FakeOrder closed(OrderLifecycle next, CloseReason reason, Instant at) {
        return new FakeOrder(id, request, next, matched, economic, confirmed, notional, fees, reason, at);
    }

    public FakeOrder filled(Quantity quantity, Cash cost, Cash fee, Instant at) {
        return new FakeOrder(
                id,
                request,
                lifecycle,
                matched.plus(quantity),
                economic.plus(quantity),
                confirmed,
                notional.plus(cost),
                fees.plus(fee),
                closeReasonOrNull,
                at);
    }

    public FakeOrder confirmed(Quantity quantity, Instant at) {
        return new FakeOrder(
                id,
                request,
                lifecycle,
                matched,
                economic,
                confirmed.plus(quantity),
                notional,
                fees,
                closeReasonOrNull,
                at);
    }

    public FakeOrder reversed(Quantity quantity, Cash cost, Cash fee, Instant at) {
        return new FakeOrder(
                id,
                request,
                lifecycle,
                matched,
                economic.minus(quantity),
                confirmed,
                notional.minus(cost),
                fees.minus(fee),
                closeReasonOrNull,
                at);
    }

    @Override
    public String strategy() {
        return "test";
    }

    @Override
    public Optional<VenueOrderId> venueOrderId() {
        return Optional.empty();
    }

    @Override
    public OrderStatus status() {
        return OrderStatus.of(lifecycle, false, !matched.isZero());
    }

    @Override
    public Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closeReasonOrNull);
    }

    @Override
    public String detail() {
        return "";
    }

    @Override
    public Instant createdAt() {
        return updatedAt;
    }
}
