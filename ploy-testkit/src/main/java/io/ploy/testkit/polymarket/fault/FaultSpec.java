package io.ploy.testkit.polymarket.fault;

import io.ploy.api.plugin.Parameters;

/**
 * One fault to inject.
 *
 * @param name tells it from others of a scenario
 * @param fault which
 * @param when from when on, and at which occasions
 * @param extent how often and how long
 * @param where which occasions
 * @param parameters what it does exactly
 */
public record FaultSpec(String name, Fault fault, When when, Extent extent, Where where, Parameters parameters) {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public FaultSpec {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.#-]{0,63}")) {
            throw new IllegalArgumentException(
                    "name: found '" + name + "', allowed letters, digits, '.', '_', '-', '#', at most 64");
        }
    }
}
