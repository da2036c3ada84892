package io.ploy.connectors.polymarket.clob;

import io.ploy.api.signing.Address;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Fees given back to a maker.
 *
 * @param day for which day
 * @param conditionId of which market
 * @param asset the contract of what is paid
 * @param maker to whom
 * @param usd how much, exactly as written
 */
public record Rebate(Instant day, String conditionId, String asset, Address maker, BigDecimal usd) {}
