/** The simulated venue's trading: orders, cancels, and what an account reads of its own. */
@NullMarked
package io.ploy.testkit.polymarket.trading;

import org.jspecify.annotations.NullMarked;
