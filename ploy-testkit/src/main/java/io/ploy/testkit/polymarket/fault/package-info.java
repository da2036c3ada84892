/** Makes the simulated venue misbehave, on purpose and so that it can be repeated. */
@NullMarked
package io.ploy.testkit.polymarket.fault;

import org.jspecify.annotations.NullMarked;
