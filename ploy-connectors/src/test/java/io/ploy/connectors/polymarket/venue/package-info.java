@NullMarked
package io.ploy.connectors.polymarket.venue;

import org.jspecify.annotations.NullMarked;
