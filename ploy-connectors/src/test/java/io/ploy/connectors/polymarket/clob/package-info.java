/** The order book service, answered by a local server in every shape the venue is known to use. */
@NullMarked
package io.ploy.connectors.polymarket.clob;

import org.jspecify.annotations.NullMarked;
