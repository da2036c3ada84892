package io.ploy.core.ledger;

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

/** An order as it was when this was taken. */
final class OrderSnapshot implements Order {
    private final ClientOrderId id;
    private final String strategy;
    private final OrderRequest request;
    private final @Nullable VenueOrderId venueOrderId;
    private final OrderLifecycle lifecycle;
    private final OrderStatus status;
    private final long matched;
    private final long unattributed;
    private final long economic;
    private final long confirmed;
    private final long remaining;
    private final long notional;
    private final long fees;
    private final @Nullable CloseReason closeReason;
    private final String detail;
    private final Instant createdAt;
    private final Instant updatedAt;

    OrderSnapshot(OrderRecord order) {
        Tally tally = order.tally();
        id = order.id();
        strategy = order.strategy();
        request = order.request();
        venueOrderId = order.venueOrderId();
        lifecycle = order.lifecycle();
        status = order.status();
        matched = tally.matched();
        unattributed = tally.unattributed();
        economic = tally.economic();
        confirmed = tally.confirmed();
        remaining = lifecycle.isOpen() ? tally.remaining() : 0;
        notional = tally.notional();
        fees = tally.fees();
        closeReason = order.closeReason();
        detail = order.detail();
        createdAt = order.createdAt();
        updatedAt = order.updatedAt();
    }

    @Override
    public ClientOrderId id() {
        return id;
    }

    @Override
    public String strategy() {
        return strategy;
    }

    @Override
    public OrderRequest request() {
        return request;
    }

    @Override
    public Optional<VenueOrderId> venueOrderId() {
        return Optional.ofNullable(venueOrderId);
    }

    @Override
    public OrderLifecycle lifecycle() {
        return lifecycle;
    }

    @Override
    public OrderStatus status() {
        return status;
    }

    @Override
    public Quantity matched() {
        return Quantity.ofMicros(matched);
    }

    @Override
    public Quantity unattributed() {
        return Quantity.ofMicros(unattributed);
    }

    @Override
    public Quantity economic() {
        return Quantity.ofMicros(economic);
    }

    @Override
    public Quantity confirmed() {
        return Quantity.ofMicros(confirmed);
    }

    @Override
    public Quantity remaining() {
        return Quantity.ofMicros(remaining);
    }

    @Override
    public Cash notional() {
        return Cash.ofMicros(notional);
    }

    @Override
    public Cash fees() {
        return Cash.ofMicros(fees);
    }

    @Override
    public Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closeReason);
    }

    @Override
    public String detail() {
        return detail;
    }

    @Override
    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public Instant updatedAt() {
        return updatedAt;
    }

    @Override
    public String toString() {
        return id + " " + status + ", matched " + matched() + ": " + request;
    }
}
