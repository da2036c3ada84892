/** Who trades at the simulated venue. */
@NullMarked
package io.ploy.testkit.polymarket.account;

import org.jspecify.annotations.NullMarked;
