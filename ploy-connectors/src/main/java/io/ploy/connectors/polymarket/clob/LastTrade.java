package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * The last trade of a token.
 *
 * @param token names the token
 * @param price at which it was made
 * @param side what the taker did, or null if there was no trade and the price is the venue's default
 */
public record LastTrade(String token, Price price, @Nullable Side side) {}
