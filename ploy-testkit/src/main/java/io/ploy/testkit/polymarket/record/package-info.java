/** What the simulated venue knows of orders and trades, in the form in which its APIs tell it. */
@NullMarked
package io.ploy.testkit.polymarket.record;

import org.jspecify.annotations.NullMarked;
