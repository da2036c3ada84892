package io.ploy.host.run;

import io.ploy.api.PloyException;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.risk.RiskRule;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.venue.VenueConnector;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.host.config.Place;
import io.ploy.host.config.RunConfig;
import io.ploy.host.config.RunConfig.Plugged;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.plugin.Connectors;
import io.ploy.host.plugin.RiskRules;
import io.ploy.host.plugin.Strategies;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run takes of plugins, all its parameters checked.
 *
 * @param connector to the venue
 * @param strategies what decides
 * @param rules further rules for every order
 */
record RunParts(VenueConnector connector, List<Part> strategies, List<RiskRule> rules) {
    /**
     * A strategy to be made.
     *
     * @param name under which it runs
     * @param factory makes it
     * @param parameters names and texts
     */
    record Part(String name, StrategyFactory factory, Map<String, String> parameters) {}

    /** The names under which strategies run, as the configuration has them. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        strategies.forEach(each -> names.add(each.name()));
        return names;
    }

    /**
     * Finds everything a configuration names.
     *
     * @throws CommandFailure if something is not installed or a parameter is not as declared; names every such place
     */
    static RunParts of(RunConfig config, PluginCatalog catalog) {
        List<String> faults = new ArrayList<>();
        List<VenueConnector> connectors = new ArrayList<>();
        Plugged venue = config.venue();
        noting(faults, venue.place(), () -> connectors.add(Connectors.named(catalog, venue.provider())));
        for (VenueConnector connector : connectors) {
            noting(faults, venue.place(), () -> Parameters.parse(connector.parameters(), venue.parameters()));
            noting(
                    faults,
                    config.account().place(),
                    () -> Parameters.parse(
                            connector.accountParameters(), config.account().parameters()));
        }
        List<Part> parts = new ArrayList<>();
        for (Plugged strategy : config.strategies()) {
            noting(faults, strategy.place(), () -> {
                StrategyFactory factory = Strategies.named(
                        catalog, strategy.provider(), strategy.parameters().keySet());
                factory.check(Parameters.parse(factory.parameters(), strategy.parameters()));
                parts.add(new Part(strategy.name(), factory, strategy.parameters()));
            });
        }
        List<RiskRule> rules = new ArrayList<>();
        for (Plugged rule : config.rules()) {
            noting(faults, rule.place(), () -> rules.add(RiskRules.named(catalog, rule.provider())));
        }
        if (!faults.isEmpty()) {
            throw CommandFailure.badInput(String.join("\n", faults));
        }
        return new RunParts(connectors.get(0), List.copyOf(parts), List.copyOf(rules));
    }

    private static void noting(List<String> faults, Place place, Runnable check) {
        try {
            check.run();
        } catch (CommandFailure | PloyException e) {
            faults.add(place + ": " + e.getMessage());
        }
    }
}
