package io.ploy.connectors.polymarket.clob;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price of the past, for charts and models.
 *
 * @param at when
 * @param price as written, which may be finer than any price that trades
 */
public record PricePoint(Instant at, BigDecimal price) {}
