package io.ploy.api.order;

import io.ploy.api.Experimental;
import java.time.Instant;

/**
 * An order that can be sent: its identity at the venue and the exact bytes. Sending it again means sending these bytes.
 */
@Experimental
public final class PreparedOrder {
    private final ClientOrderId id;
    private final VenueOrderId venueOrderId;
    private final Instant doNotSendAfter;
    private final byte[] body;

    /**
     * Copies the bytes.
     *
     * @param id our name for the intent
     * @param venueOrderId the venue's name for the order, computed before sending
     * @param doNotSendAfter no send may start later
     * @param body what goes over the wire; authentication that changes with time is not part of it
     */
    public PreparedOrder(ClientOrderId id, VenueOrderId venueOrderId, Instant doNotSendAfter, byte[] body) {
        this.id = id;
        this.venueOrderId = venueOrderId;
        this.doNotSendAfter = doNotSendAfter;
        this.body = body.clone();
    }

    /**
     * Our name for the intent.
     *
     * @return the client order id
     */
    public ClientOrderId id() {
        return id;
    }

    /**
     * The venue's name for the order.
     *
     * @return known before it is sent
     */
    public VenueOrderId venueOrderId() {
        return venueOrderId;
    }

    /**
     * When it is too late to send.
     *
     * @return engine time
     */
    public Instant doNotSendAfter() {
        return doNotSendAfter;
    }

    /**
     * What goes over the wire.
     *
     * @return a copy
     */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return id + " as " + venueOrderId + ", " + body.length + " bytes";
    }
}
