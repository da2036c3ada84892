/** Faults of the transport: F44, F51, F53, F55 and F56. */
@NullMarked
package io.ploy.testkit.polymarket.fault.transport;

import org.jspecify.annotations.NullMarked;
