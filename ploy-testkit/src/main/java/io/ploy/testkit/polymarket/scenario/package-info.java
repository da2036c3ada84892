/** Scenarios: which faults strike a simulated venue, when, and what must be true in the end. */
@NullMarked
package io.ploy.testkit.polymarket.scenario;

import org.jspecify.annotations.NullMarked;
