@NullMarked
package io.ploy.connectors.polymarket.amount;

import org.jspecify.annotations.NullMarked;
