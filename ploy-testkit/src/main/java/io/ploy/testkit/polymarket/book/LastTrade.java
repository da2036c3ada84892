package io.ploy.testkit.polymarket.book;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;

/**
 * The last trade as one outcome's followers see it.
 *
 * @param price of that outcome
 * @param side what the taker did, or would have done, with that outcome
 */
public record LastTrade(Price price, Side side) {}
