/** Faults of the streams: F41 to F43, F45 to F50 and F52. */
@NullMarked
package io.ploy.testkit.polymarket.fault.stream;

import org.jspecify.annotations.NullMarked;
