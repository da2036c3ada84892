package io.ploy.api.strategy;

import io.ploy.api.Stable;

/**
 * Names a timer of one strategy.
 *
 * @param number unique within the strategy and run
 */
@Stable
public record TimerId(long number) {}
