package io.ploy.api.market;

import io.ploy.api.Stable;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price from outside the venue, such as the one that decides a window.
 *
 * @param symbol what is priced, such as {@code BTC/USD}
 * @param source who says so, such as {@code chainlink}
 * @param value the price in the symbol's own unit
 * @param sourceTime when it was valid, the source's clock
 * @param at when it was received
 */
@Stable
public record ReferencePrice(String symbol, String source, BigDecimal value, Instant sourceTime, Instant at) {}
