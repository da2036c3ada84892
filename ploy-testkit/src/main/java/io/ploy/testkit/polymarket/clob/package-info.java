/** What the CLOB tells anybody who asks: markets, books, prices, history, rewards. */
@NullMarked
package io.ploy.testkit.polymarket.clob;

import org.jspecify.annotations.NullMarked;
