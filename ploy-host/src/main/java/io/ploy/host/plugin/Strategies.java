package io.ploy.host.plugin;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Nearest;
import java.util.List;
import java.util.Set;

/** Finds what a person asked for by name. */
public final class Strategies {
    private Strategies() {}

    /**
     * The strategy of that name, which has parameters of those names.
     *
     * @throws CommandFailure if there is no such strategy or parameter; it names those there are and the nearest
     */
    public static StrategyFactory named(PluginCatalog catalog, String name, Set<String> parameters) {
        StrategyFactory factory = catalog.strategy(name).orElseThrow(() -> unknown(catalog, name));
        List<String> declared =
                factory.parameters().stream().map(Parameter::name).toList();
        for (String given : parameters) {
            if (!declared.contains(given)) {
                throw CommandFailure.badInput("Strategy " + name + " has no parameter '" + given + "'."
                        + Nearest.didYouMean(given, declared)
                        + (declared.isEmpty() ? " It has none." : " It has: " + String.join(", ", declared) + "."));
            }
        }
        return factory;
    }

    private static CommandFailure unknown(PluginCatalog catalog, String name) {
        List<String> installed = catalog.strategies().stream()
                .map(StrategyFactory::name)
                .sorted()
                .toList();
        String refused = catalog.refused().isEmpty()
                ? ""
                : " " + catalog.refused().size() + " plugin(s) refused: 'ploy plugins' says why.";
        return CommandFailure.badInput("There is no strategy '" + name + "'." + Nearest.didYouMean(name, installed)
                + (installed.isEmpty() ? " None is installed." : " Installed: " + String.join(", ", installed) + ".")
                + refused);
    }
}
