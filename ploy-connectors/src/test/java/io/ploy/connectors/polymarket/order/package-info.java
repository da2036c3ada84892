@NullMarked
package io.ploy.connectors.polymarket.order;

import org.jspecify.annotations.NullMarked;
