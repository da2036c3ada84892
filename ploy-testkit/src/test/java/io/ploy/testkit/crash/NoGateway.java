package io.ploy.testkit.crash;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;

/** For an engine that is never started. */
final class NoGateway implements OrderGateway {
    @Override
    public void start(GatewayListener listener) {
        throw new AssertionError("it was started");
    }

    @Override
    public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
        throw new AssertionError("it was asked for an order");
    }

    @Override
    public void send(PreparedOrder order) {
        throw new AssertionError("an order was sent");
    }

    @Override
    public void cancel(VenueOrderId order) {
        throw new AssertionError("an order was cancelled");
    }

    @Override
    public void cancelAll() {
        throw new AssertionError("all orders were cancelled");
    }

    @Override
    public void lookUp(VenueOrderId order, InstrumentId instrument, Instant sentAt) {
        throw new AssertionError("an order was looked up");
    }

    @Override
    public void sweep(Instant since) {
        throw new AssertionError("lists were read");
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
