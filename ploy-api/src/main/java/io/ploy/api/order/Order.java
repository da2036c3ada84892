package io.ploy.api.order;

import io.ploy.api.Stable;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.Optional;

/** An order at one moment. Immutable and thread-safe: ask again for a newer one. */
@Stable
public interface Order {
    /**
     * Our name for it.
     *
     * @return the client order id
     */
    ClientOrderId id();

    /**
     * Which strategy it belongs to.
     *
     * @return the name the strategy runs under
     */
    String strategy();

    /**
     * What was asked for, after risk rules may have made it smaller.
     *
     * @return the request
     */
    OrderRequest request();

    /**
     * The venue's name for it.
     *
     * @return present once the order is prepared for sending
     */
    Optional<VenueOrderId> venueOrderId();

    /**
     * Where it is, as stored.
     *
     * @return the lifecycle
     */
    OrderLifecycle lifecycle();

    /**
     * Where it is, as people speak of it.
     *
     * @return the status
     */
    OrderStatus status();

    /**
     * What matched, fills that later failed included.
     *
     * @return shares
     */
    Quantity matched();

    /**
     * The part of {@link #matched()} that the venue speaks of and no fill was seen for yet. It is exposure, not position:
     * its fills are on their way.
     *
     * @return shares
     */
    Quantity unattributed();

    /**
     * What matched and did not fail: provisional and confirmed.
     *
     * @return shares
     */
    Quantity economic();

    /**
     * What is final.
     *
     * @return shares
     */
    Quantity confirmed();

    /**
     * What the economic quantity cost or brought, without fees.
     *
     * @return USD
     */
    Cash notional();

    /**
     * The fees on the economic quantity.
     *
     * @return USD
     */
    Cash fees();

    /**
     * Why it was closed.
     *
     * @return absent while open and for filled orders
     */
    Optional<CloseReason> closeReason();

    /**
     * What the venue or the risk rule said, for people.
     *
     * @return may be empty
     */
    String detail();

    /**
     * When the engine accepted it.
     *
     * @return engine time
     */
    Instant createdAt();

    /**
     * When it last changed.
     *
     * @return engine time
     */
    Instant updatedAt();

    /**
     * What may still match.
     *
     * @return shares at the limit price, zero when closed
     */
    default Quantity remaining() {
        return lifecycle().isOpen() ? request().sharesAtLimit().minusOrZero(matched()) : Quantity.ZERO;
    }

    /**
     * Whether it may still match.
     *
     * @return true while open
     */
    default boolean isOpen() {
        return lifecycle().isOpen();
    }
}
