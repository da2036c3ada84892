/** What all parts of the simulated venue share. */
@NullMarked
package io.ploy.testkit.polymarket.state;

import org.jspecify.annotations.NullMarked;
