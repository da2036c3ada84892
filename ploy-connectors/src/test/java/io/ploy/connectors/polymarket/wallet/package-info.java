@NullMarked
package io.ploy.connectors.polymarket.wallet;

import org.jspecify.annotations.NullMarked;
