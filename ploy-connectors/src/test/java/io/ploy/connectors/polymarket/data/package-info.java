@NullMarked
package io.ploy.connectors.polymarket.data;

import org.jspecify.annotations.NullMarked;
