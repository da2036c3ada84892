package io.ploy.connectors.polymarket.clob;

/**
 * The market a token belongs to.
 *
 * @param conditionId names the market
 * @param primary one token, not necessarily that of Yes
 * @param secondary the other
 */
public record TokenPair(String conditionId, String primary, String secondary) {}
