/** Faults of chain, relayer and resolution: F59 to F62. */
@NullMarked
package io.ploy.testkit.polymarket.fault.chain;

import org.jspecify.annotations.NullMarked;
