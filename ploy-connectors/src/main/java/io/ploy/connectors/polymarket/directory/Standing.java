package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.MarketStatus;

/**
 * How far a market has come, and why.
 *
 * @param status how far
 * @param reason for people: why not open, or what the outcome is; empty for open ones
 */
record Standing(MarketStatus status, String reason) {}
