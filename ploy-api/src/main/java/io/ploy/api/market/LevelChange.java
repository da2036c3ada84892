package io.ploy.api.market;

import io.ploy.api.Stable;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;

/**
 * What now rests at one price.
 *
 * @param side which side of the book
 * @param price the level's price
 * @param size the new total, zero if the level is gone
 */
@Stable
public record LevelChange(BookSide side, Price price, Quantity size) {}
