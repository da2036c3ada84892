package io.ploy.core.engine;

import io.ploy.api.PloyException;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way to the gateway. Preparing takes the time of a signature, so it happens off the engine thread. */
final class Outbox implements AutoCloseable {
    private final OrderGateway gateway;
    private final EngineExecutor engine;
    private final @Nullable ExecutorService preparing;

    /**
     * A way to one gateway.
     *
     * @param inline whether the gateway prepares on the engine's own thread, for worlds with one thread
     */
    Outbox(OrderGateway gateway, EngineExecutor engine, boolean inline) {
        this.gateway = gateway;
        this.engine = engine;
        preparing = inline ? null : Executors.newSingleThreadExecutor(task -> new Thread(task, "ploy-prepare"));
    }

    /** Prepares an order and comes back to the engine with it, or with the reason why not. */
    void prepare(OrderDraft draft, Instant doNotSendAfter, Consumer<PreparedOrder> done, Consumer<String> refused) {
        if (preparing == null) {
            prepareNow(draft, doNotSendAfter, done, refused);
            return;
        }
        engine.begin();
        preparing.execute(() -> {
            try {
                prepareNow(
                        draft,
                        doNotSendAfter,
                        order -> engine.execute(() -> done.accept(order)),
                        reason -> engine.execute(() -> refused.accept(reason)));
            } finally {
                engine.end();
            }
        });
    }

    private void prepareNow(
            OrderDraft draft, Instant doNotSendAfter, Consumer<PreparedOrder> done, Consumer<String> refused) {
        PreparedOrder order;
        try {
            order = gateway.prepare(draft, doNotSendAfter);
        } catch (RuntimeException e) {
            // Whatever a connector throws here, nothing was sent, and the order must not stay open for ever.
            refused.accept(e instanceof PloyException ? String.valueOf(e.getMessage()) : String.valueOf(e));
            return;
        }
        done.accept(order);
    }

    void send(PreparedOrder order) {
        gateway.send(order);
    }

    void cancel(VenueOrderId order) {
        gateway.cancel(order);
    }

    void cancelAll() {
        gateway.cancelAll();
    }

    void lookUp(VenueOrderId order, InstrumentId instrument, Instant sentAt) {
        gateway.lookUp(order, instrument, sentAt);
    }

    void sweep(Instant since) {
        gateway.sweep(since);
    }

    @Override
    public void close() {
        if (preparing != null) {
            preparing.shutdown();
            try {
                if (!preparing.awaitTermination(5, TimeUnit.SECONDS)) {
                    preparing.shutdownNow();
                }
            } catch (InterruptedException e) {
                preparing.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
        gateway.close();
    }
}
