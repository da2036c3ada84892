/** Faults of settlement: F25 to F31. */
@NullMarked
package io.ploy.testkit.polymarket.fault.settle;

import org.jspecify.annotations.NullMarked;
