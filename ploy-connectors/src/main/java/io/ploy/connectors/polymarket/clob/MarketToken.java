package io.ploy.connectors.polymarket.clob;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One side of a market.
 *
 * @param token names it
 * @param outcome the outcome's name
 * @param price a price to show, as written and not fit for trading; null if not said
 * @param winner whether the market was resolved for it
 */
public record MarketToken(
        String token, String outcome, @Nullable BigDecimal price, boolean winner) {}
