/** The market channel: books, trades and what becomes of markets. */
@NullMarked
package io.ploy.testkit.polymarket.stream.market;

import org.jspecify.annotations.NullMarked;
