/** Splits, merges, redemptions and conversions of an account whose wallet the venue's relayer sends transactions for. */
@NullMarked
package io.ploy.connectors.polymarket.settlement;

import org.jspecify.annotations.NullMarked;
