package io.ploy.connectors.polymarket.clob;

/**
 * What a builder charges for orders that carry its code, on top of the market's fee.
 *
 * @param makerBps of the notional, in basis points
 * @param takerBps of the notional, in basis points
 */
public record BuilderFees(long makerBps, long takerBps) {}
