/** What the simulated venue's engine accepts at present. */
@NullMarked
package io.ploy.testkit.polymarket.mode;

import org.jspecify.annotations.NullMarked;
