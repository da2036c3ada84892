package io.ploy.api.market;

import io.ploy.api.Stable;

/**
 * One side of a market's question, and the instrument that pays 1 USD a share if it comes true.
 *
 * @param name the venue's word for it, such as {@code Yes} or {@code Up}
 * @param instrument what is traded
 */
@Stable
public record Outcome(String name, InstrumentId instrument) {}
