package io.ploy.connectors.polymarket.clob;

import io.ploy.api.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * The best prices of a token's book.
 *
 * @param token names the token
 * @param bid the best bid, or null if not said
 * @param ask the best ask, or null if not said
 */
public record BestPrices(
        String token, @Nullable Price bid, @Nullable Price ask) {}
