package io.ploy.api.strategy;

import io.ploy.api.Stable;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.Parameters;
import java.util.List;

/**
 * Makes a strategy. A {@code ServiceLoader} provider: name it in
 * {@code META-INF/services/io.ploy.api.strategy.StrategyFactory}. Has a public constructor without arguments.
 */
@Stable
public interface StrategyFactory {
    /**
     * The strategy's name, by which users ask for it.
     *
     * @return lower case with hyphens, unique among the plugins installed
     */
    String name();

    /**
     * What the strategy does, in one line.
     *
     * @return for people
     */
    default String description() {
        return "";
    }

    /**
     * What can be set. Declared once, as constants.
     *
     * @return in the order in which they are shown
     */
    default List<Parameter<?>> parameters() {
        return List.of();
    }

    /**
     * Checks values against each other. Each one alone is already checked.
     *
     * @param parameters every declared parameter has a legal value
     * @throws io.ploy.api.plugin.ParameterException names both parameters that contradict
     */
    default void check(Parameters parameters) {}

    /**
     * Makes an instance. Called once for each run of the strategy.
     *
     * @param context through which the strategy acts; keep it
     * @return the strategy
     */
    Strategy create(StrategyContext context);
}
