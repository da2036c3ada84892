package io.ploy.api.market;

import io.ploy.api.Stable;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;

/**
 * All that rests at one price.
 *
 * @param price the level's price
 * @param size shares resting there
 */
@Stable
public record BookLevel(Price price, Quantity size) {}
