/** Transactions of an account's wallet, sent through the venue's relayer: what they do, how they are signed, how they end. */
@NullMarked
package io.ploy.connectors.polymarket.relayer;

import org.jspecify.annotations.NullMarked;
