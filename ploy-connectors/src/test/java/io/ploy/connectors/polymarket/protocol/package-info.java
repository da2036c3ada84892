@NullMarked
package io.ploy.connectors.polymarket.protocol;

import org.jspecify.annotations.NullMarked;
