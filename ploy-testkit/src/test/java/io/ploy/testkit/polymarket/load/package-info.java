/** How much the simulated venue takes, its clients included. */
@NullMarked
package io.ploy.testkit.polymarket.load;

import org.jspecify.annotations.NullMarked;
