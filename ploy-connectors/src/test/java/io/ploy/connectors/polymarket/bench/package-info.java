/** How fast the connector is. */
@NullMarked
package io.ploy.connectors.polymarket.bench;

import org.jspecify.annotations.NullMarked;
