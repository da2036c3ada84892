/** The simulated venue's own switches, over HTTP. */
@NullMarked
package io.ploy.testkit.polymarket.control;

import org.jspecify.annotations.NullMarked;
