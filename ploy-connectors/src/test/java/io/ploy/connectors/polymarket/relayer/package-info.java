@NullMarked
package io.ploy.connectors.polymarket.relayer;

import org.jspecify.annotations.NullMarked;
