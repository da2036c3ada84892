/** Faults of the venue itself: rules, modes, versions, clocks, keys, limits, fees, places. */
@NullMarked
package io.ploy.testkit.polymarket.fault.venue;

import org.jspecify.annotations.NullMarked;
