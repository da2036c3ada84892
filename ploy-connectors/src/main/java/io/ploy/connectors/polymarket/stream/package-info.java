/** The venue's streams: books and trades, an account's own orders, prices from outside, and scores. */
@NullMarked
package io.ploy.connectors.polymarket.stream;

import org.jspecify.annotations.NullMarked;
