package io.ploy.core.engine;

import io.ploy.api.plugin.Parameters;
import io.ploy.api.strategy.StrategyFactory;

/**
 * A strategy to run.
 *
 * @param name under which it runs, unique within the engine
 * @param factory makes it
 * @param parameters its checked parameters
 */
public record StrategySpec(String name, StrategyFactory factory, Parameters parameters) {}
