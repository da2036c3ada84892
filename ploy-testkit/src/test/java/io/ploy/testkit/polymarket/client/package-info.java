/** Clients of the simulated venue for tests of it as a whole. */
@NullMarked
package io.ploy.testkit.polymarket.client;

import org.jspecify.annotations.NullMarked;
