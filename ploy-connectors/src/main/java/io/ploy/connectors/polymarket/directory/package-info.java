/** The markets there are to trade, kept up to date from the venue's catalogue, its order book service and its stream. */
@NullMarked
package io.ploy.connectors.polymarket.directory;

import org.jspecify.annotations.NullMarked;
