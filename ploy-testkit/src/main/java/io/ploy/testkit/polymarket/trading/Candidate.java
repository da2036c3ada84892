package io.ploy.testkit.polymarket.trading;

import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.order.PostedOrder;

/**
 * An order whose signature is right.
 *
 * @param hash its id
 * @param posted what came
 * @param market where, as it was when the order came
 * @param account whose
 */
record Candidate(String hash, PostedOrder posted, ListedMarket market, VenueAccount account) {}
