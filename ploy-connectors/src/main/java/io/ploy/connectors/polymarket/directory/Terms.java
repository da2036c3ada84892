package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.clob.TradingTerms;
import java.time.Instant;

/**
 * How a market trades, as the order book's service had it.
 *
 * @param terms as they were read
 * @param at when they were asked for
 */
record Terms(TradingTerms terms, Instant at) {}
