/** EIP-712, written for the simulated venue alone, so that it checks what the connector makes of the same rules. */
@NullMarked
package io.ploy.testkit.polymarket.typeddata;

import org.jspecify.annotations.NullMarked;
