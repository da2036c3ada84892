package io.ploy.testkit.polymarket.record;

import io.ploy.testkit.polymarket.account.VenueAccount;
import java.util.List;
import java.util.Optional;

/** What the venue knows of orders and trades. Used on the venue's thread. */
public interface VenueRecords {
    /**
     * An order, open or gone, within what the venue remembers.
     *
     * @param hash its id
     * @return absent if the venue never took it, or forgot it
     */
    Optional<OrderRow> order(String hash);

    /**
     * The open orders of an account.
     *
     * @param account whose
     * @return oldest first; delayed ones included
     */
    List<OrderRow> open(VenueAccount account);

    /**
     * The orders of an account, open or gone, within what the venue remembers.
     *
     * @param account whose
     * @return oldest first
     */
    List<OrderRow> orders(VenueAccount account);

    /**
     * The trades of an account, as taker or maker, within what the venue remembers.
     *
     * @param account whose
     * @return newest first
     */
    List<TradeRow> trades(VenueAccount account);

    /**
     * The trades of everybody, within what the venue remembers.
     *
     * @return newest first
     */
    List<TradeRow> trades();

    /**
     * Adds a listener.
     *
     * @param listener told of what happens from now on
     */
    void listen(RecordListener listener);
}
