package io.ploy.api.market;

import io.ploy.api.Stable;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Instant;

/**
 * A trade between others, as the venue prints it.
 *
 * @param instrument what was traded, from the taker's point of view
 * @param takerSide what the taker did
 * @param price at which it happened
 * @param quantity shares
 * @param at when it was received
 */
@Stable
public record MarketTrade(InstrumentId instrument, Side takerSide, Price price, Quantity quantity, Instant at) {}
