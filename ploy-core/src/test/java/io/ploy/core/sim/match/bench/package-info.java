/** How fast orders are matched. */
@NullMarked
package io.ploy.core.sim.match.bench;

import org.jspecify.annotations.NullMarked;
