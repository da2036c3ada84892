/** Seeded markets to trade against: a reference price, makers and takers who follow it, windows that open and resolve. */
@NullMarked
package io.ploy.core.sim.world;

import org.jspecify.annotations.NullMarked;
