/**
 * A whole Polymarket on loopback: the venue's rules over {@link io.ploy.core.sim.SimulatedExchange}, spoken over its real
 * wire protocol.
 */
@NullMarked
package io.ploy.testkit.polymarket;

import org.jspecify.annotations.NullMarked;
