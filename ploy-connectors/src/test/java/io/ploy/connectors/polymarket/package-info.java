@NullMarked
package io.ploy.connectors.polymarket;

import org.jspecify.annotations.NullMarked;
