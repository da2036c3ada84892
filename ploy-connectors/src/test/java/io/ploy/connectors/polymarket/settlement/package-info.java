@NullMarked
package io.ploy.connectors.polymarket.settlement;

import org.jspecify.annotations.NullMarked;
