/** Golden vectors, which every part of the connector is tested with, and a key to sign them. */
@NullMarked
package io.ploy.connectors.polymarket.vectors;

import org.jspecify.annotations.NullMarked;
