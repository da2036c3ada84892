package io.ploy.core.engine;

import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.strategy.StrategyParameters;

/**
 * A strategy to run.
 *
 * @param name under which it runs, unique within the engine
 * @param factory makes it
 * @param parameters its checked parameters
 */
public record StrategySpec(String name, StrategyFactory factory, StrategyParameters parameters) {}
