package io.ploy.host.deployment;

import io.ploy.api.plugin.Parameters;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.deployment.Artifact;
import io.ploy.core.deployment.ParametersHash;
import io.ploy.core.plugin.LoadedPlugin;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.core.sizing.SizingPolicy;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.plugin.Strategies;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An installed strategy with its parameters and sizing, to the byte.
 *
 * @param artifact of the plugin that has the strategy
 * @param parametersSha256 of the strategy, its parameters and its sizing
 */
public record InstalledBuild(Artifact artifact, String parametersSha256) {
    /**
     * Looks at what is installed.
     *
     * @param plugins where the plugins are
     * @param strategy the strategy's name
     * @param given what is given of its parameters, as text
     * @param sizing how large its purchases are, or null for as large as it asks
     * @throws io.ploy.host.console.CommandFailure if there is no such strategy or parameter
     * @throws io.ploy.api.PloyException if a parameter is not legal
     */
    public static InstalledBuild of(
            Path plugins, String strategy, Map<String, String> given, @Nullable SizingPolicy sizing) {
        try (PluginCatalog catalog = PluginFolder.load(plugins)) {
            return of(catalog, strategy, given, sizing);
        }
    }

    /**
     * Looks at what is loaded.
     *
     * @param catalog the plugins, as loaded
     * @param strategy the strategy's name
     * @param given what is given of its parameters, as text
     * @param sizing how large its purchases are, or null for as large as it asks
     * @throws io.ploy.host.console.CommandFailure if there is no such strategy or parameter
     * @throws io.ploy.api.PloyException if a parameter is not legal
     */
    public static InstalledBuild of(
            PluginCatalog catalog, String strategy, Map<String, String> given, @Nullable SizingPolicy sizing) {
        StrategyFactory factory = Strategies.named(catalog, strategy, given.keySet());
        Parameters parameters = Parameters.parse(factory.parameters(), given);
        factory.check(parameters);
        LoadedPlugin plugin = catalog.plugins().stream()
                .filter(each -> each.provider(StrategyFactory.class, strategy).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the plugin of " + strategy + " is gone"));
        return new InstalledBuild(
                Artifact.read(plugin.info(), plugin.location()),
                ParametersHash.of(strategy, factory.parameters(), parameters, sizing));
    }
}
