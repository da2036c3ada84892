/**
 * The numbers strategies, sizing and reports share: probabilities, volatility, break-even prices, odds and scores.
 *
 * <p>Everything here works on {@code double}, is deterministic to the last bit on every machine, refuses NaN with an
 * exception and never returns it. None of it is an amount of money: a result becomes a price only through
 * {@link io.ploy.api.market.TickSize#floor(double)} or {@link io.ploy.api.market.TickSize#ceil(double)}. Static functions
 * and values are thread-safe; what accumulates (named so) belongs to one thread.
 */
@NullMarked
package io.ploy.api.maths;

import org.jspecify.annotations.NullMarked;
