package io.ploy.core.history;

import io.ploy.api.strategy.StrategyState;
import java.time.Instant;

/**
 * What a strategy saved last.
 *
 * @param sequence of its record
 * @param at engine time
 * @param strategy who saved; the key
 * @param state what it remembers
 */
public record StrategyStateRow(long sequence, Instant at, String strategy, StrategyState state) implements HistoryRow {}
