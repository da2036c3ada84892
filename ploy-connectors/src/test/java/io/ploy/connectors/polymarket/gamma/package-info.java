@NullMarked
package io.ploy.connectors.polymarket.gamma;

import org.jspecify.annotations.NullMarked;
