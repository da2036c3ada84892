/** The simulated venue's one thread, and how its time goes by. */
@NullMarked
package io.ploy.testkit.polymarket.time;

import org.jspecify.annotations.NullMarked;
