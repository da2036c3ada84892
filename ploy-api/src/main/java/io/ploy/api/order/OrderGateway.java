package io.ploy.api.order;

import io.ploy.api.Experimental;
import io.ploy.api.market.InstrumentId;
import java.time.Instant;
import java.util.Optional;

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
     * Asks the venue to cancel every order of the account, also those it did not name before. May be repeated. What it
     * cancelled comes as cancel answers.
     */
    void cancelAll();

    /**
     * Looks an order up: the order itself, the trades of its instrument since it was sent, and the open orders. What is found
     * comes as evidence and fills, then {@link GatewayListener#onLookedUp} says what the look-up comes to.
     *
     * @param order which
     * @param instrument what it trades
     * @param sentAt when it was sent at the earliest
     */
    void lookUp(VenueOrderId order, InstrumentId instrument, Instant sentAt);

    /**
     * Reads all open orders and all trades since a time. What is found comes as evidence and fills, then
     * {@link GatewayListener#onSwept} says what was read.
     *
     * @param since from when on trades are wanted
     */
    void sweep(Instant since);

    /**
     * The venue's clock. Orders carry times, and the venue judges them by its own.
     *
     * @return the same one each time; absent where the venue states no time or is not asked for it, and then ours is believed
     */
    default Optional<VenueClock> clock() {
        return Optional.empty();
    }

    /** Stops sending and releases threads and sockets. Further calls do nothing. */
    @Override
    void close();
}
