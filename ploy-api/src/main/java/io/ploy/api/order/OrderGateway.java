package io.ploy.api.order;

import io.ploy.api.Experimental;
import java.time.Instant;

/**
 * Carries orders to a venue.
 *
 * <p><b>Order of calls.</b> {@link #prepare} makes the bytes; the engine makes them durable; only then {@link #send} is
 * called. A gateway never sends by itself, never sends twice for one call, and never makes other bytes for an order.
 *
 * <p><b>Threading.</b> {@link #prepare} may take the time a signature takes and is called off the engine thread, one
 * call at a time. {@link #send} and {@link #cancel} return without waiting; results come through the listener, from any
 * thread.
 *
 * <p><b>Errors.</b> What the venue says is {@link OrderEvidence}. A send without a clear answer is
 * {@link OrderEvidence.Kind#DOUBT}, never an exception and never a retry.
 */
@Experimental
public interface OrderGateway extends AutoCloseable {
    /**
     * Connects the gateway with the engine.
     *
     * @param listener receives all evidence
     * @throws IllegalStateException if already started
     */
    void start(GatewayListener listener);

    /**
     * Makes an order that can be sent. No byte leaves.
     *
     * @param draft what is wanted
     * @param doNotSendAfter no send may start later
     * @return identity and bytes
     * @throws OrderRefusedException if the order cannot be made exactly as asked
     */
    PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter);

    /**
     * Sends an order once, unless it is too late.
     *
     * @param order durable by now
     */
    void send(PreparedOrder order);

    /**
     * Asks to cancel an order. May be repeated.
     *
     * @param order which
     */
    void cancel(VenueOrderId order);

    /**
     * Looks an order up; what is found comes as evidence.
     *
     * @param order which
     */
    void lookUp(VenueOrderId order);

    /** Stops sending and releases threads and sockets. Further calls do nothing. */
    @Override
    void close();
}
