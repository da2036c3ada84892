/** Time for everything that waits, so that tests need not. */
@NullMarked
package io.ploy.connectors.polymarket.time;

import org.jspecify.annotations.NullMarked;
