/** Faults of order entry: F01 to F16, and those in which an order, a fill and a cancel cross. */
@NullMarked
package io.ploy.testkit.polymarket.fault.entry;

import org.jspecify.annotations.NullMarked;
