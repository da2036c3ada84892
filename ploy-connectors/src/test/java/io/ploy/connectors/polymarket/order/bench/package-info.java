@NullMarked
package io.ploy.connectors.polymarket.order.bench;

import org.jspecify.annotations.NullMarked;
