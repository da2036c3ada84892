package io.ploy.api.market;

import io.ploy.api.Stable;

/**
 * A tradable outcome together with its place in its market.
 *
 * @param id names it
 * @param market the market it belongs to
 * @param outcome the outcome it pays for, such as {@code Up}
 * @param opposite the other outcome of the same market: one share of each can be merged into 1 USD
 */
@Stable
public record Instrument(InstrumentId id, MarketId market, String outcome, InstrumentId opposite) {}
