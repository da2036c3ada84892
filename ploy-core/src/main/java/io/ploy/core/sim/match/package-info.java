/**
 * The matching core of a market with two outcomes: one book for both, matched by price, then by time.
 */
@NullMarked
package io.ploy.core.sim.match;

import org.jspecify.annotations.NullMarked;
