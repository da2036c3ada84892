package io.ploy.host.report;

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

/** An order as it ended, for tests of what is written about it. */
public record TestOrder(
        ClientOrderId id,
        OrderRequest request,
        OrderLifecycle lifecycle,
        Quantity economic,
        Cash notional,
        Cash fees,
        @Nullable CloseReason closeReasonOrNull,
        String detail,
        Instant createdAt)
        implements Order {
    @Override
    public String strategy() {
        return "dump-hedge";
    }

    @Override
    public Optional<VenueOrderId> venueOrderId() {
        return lifecycle == OrderLifecycle.DENIED
                ? Optional.empty()
                : Optional.of(new VenueOrderId("0x" + Long.toHexString(id.number() * 0x9E3779B97F4A7C15L)));
    }

    @Override
    public OrderStatus status() {
        return OrderStatus.of(lifecycle, false, false);
    }

    @Override
    public Quantity matched() {
        return economic;
    }

    @Override
    public Quantity unattributed() {
        return Quantity.ZERO;
    }

    @Override
    public Quantity confirmed() {
        return economic;
    }

    @Override
    public Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closeReasonOrNull);
    }

    @Override
    public Instant updatedAt() {
        return createdAt.plusMillis(250);
    }
}
