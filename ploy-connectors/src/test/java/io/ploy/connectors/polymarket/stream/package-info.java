@NullMarked
package io.ploy.connectors.polymarket.stream;

import org.jspecify.annotations.NullMarked;
