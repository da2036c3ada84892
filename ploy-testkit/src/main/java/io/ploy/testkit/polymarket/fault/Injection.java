package io.ploy.testkit.polymarket.fault;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.Parameters;
import java.util.SplittableRandom;

/**
 * One injected fault as its effect sees it.
 *
 * @param trigger decides when it strikes
 * @param parameters what was set
 * @param venue what it can get hold of
 */
public record Injection(Trigger trigger, Parameters parameters, FaultVenue venue) {
    /**
     * A parameter's value.
     *
     * @param parameter one of the fault's
     * @param <T> its type
     * @return as set, or its default
     */
    public <T> T get(Parameter<T> parameter) {
        return parameters.get(parameter);
    }

    /**
     * Whether it strikes.
     *
     * @param occasion what it could strike
     * @return true if it does; counted and logged then
     */
    public boolean fires(Occasion occasion) {
        return trigger.fires(occasion);
    }

    /**
     * Random numbers for the present strike.
     *
     * @return the same for the same seed, fault and occasion
     */
    public SplittableRandom random() {
        return trigger.random();
    }
}
