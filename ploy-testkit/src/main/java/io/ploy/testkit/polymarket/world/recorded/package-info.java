/** Recordings played at the simulated venue: their markets, books, trades, prices and payouts, when they were recorded. */
@NullMarked
package io.ploy.testkit.polymarket.world.recorded;

import org.jspecify.annotations.NullMarked;
