/** A minimal chain: the venue's contracts over the exchange's money, blocks, transactions, and a node's JSON-RPC. */
@NullMarked
package io.ploy.testkit.polymarket.chain;

import org.jspecify.annotations.NullMarked;
