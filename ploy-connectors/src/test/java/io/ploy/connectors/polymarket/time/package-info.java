/** Time that tests move. */
@NullMarked
package io.ploy.connectors.polymarket.time;

import org.jspecify.annotations.NullMarked;
