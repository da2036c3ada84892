/**
 * Dump and hedge: buys a side of a short window that crashed, and completes the pair below 1 when the market comes back.
 * Not an arbitrage until both sides are held.
 */
@NullMarked
package io.ploy.strategies.dumphedge;

import org.jspecify.annotations.NullMarked;
