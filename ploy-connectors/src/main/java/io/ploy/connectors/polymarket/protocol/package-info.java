/** What is fixed about the venue: generations of its protocol, chains, contracts, wallets, ids and amounts. */
@NullMarked
package io.ploy.connectors.polymarket.protocol;

import org.jspecify.annotations.NullMarked;
