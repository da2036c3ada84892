/** The simulated venue for minutes on end. */
@NullMarked
package io.ploy.testkit.polymarket.soak;

import org.jspecify.annotations.NullMarked;
