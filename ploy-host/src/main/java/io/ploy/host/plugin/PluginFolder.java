package io.ploy.host.plugin;

import io.ploy.api.market.RecordingFormat;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.venue.VenueConnector;
import io.ploy.core.plugin.LoadedPlugin;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.core.plugin.PluginLoader;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.plugin.InstalledPlugins.Installed;
import io.ploy.host.plugin.InstalledPlugins.OfferedConnector;
import io.ploy.host.plugin.InstalledPlugins.OfferedStrategy;
import io.ploy.host.plugin.InstalledPlugins.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plugins on disk. */
public final class PluginFolder {
    private PluginFolder() {}

    /**
     * Loads a folder's plugins.
     *
     * @return to be closed by the caller, after everything that came from a plugin was stopped
     * @throws CommandFailure if there is no such folder
     */
    public static PluginCatalog load(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.badInput("There is no folder of plugins at " + folder
                    + ". Name one with --plugins, or build this installation again.");
        }
        return PluginLoader.load(folder);
    }

    /**
     * What is in a folder, in words.
     *
     * @throws CommandFailure if there is no such folder
     */
    public static InstalledPlugins list(Path folder) {
        try (PluginCatalog catalog = load(folder)) {
            return new InstalledPlugins(
                    folder,
                    catalog.plugins().stream().map(PluginFolder::installed).toList(),
                    catalog.refused().stream()
                            .map(each -> new Refused(each.location(), each.message()))
                            .toList());
        }
    }

    private static Installed installed(LoadedPlugin plugin) {
        List<String> others = new ArrayList<>();
        for (Class<?> service : plugin.services()) {
            if (service == RecordingFormat.class) {
                plugin.providers(RecordingFormat.class)
                        .forEach(format ->
                                others.add("recording format " + format.name() + ": " + format.description()));
            } else if (service != StrategyFactory.class && service != VenueConnector.class) {
                plugin.providers(service)
                        .forEach(provider -> others.add(
                                words(service) + " " + provider.getClass().getSimpleName()));
            }
        }
        return new Installed(
                plugin.info(),
                plugin.location(),
                plugin.providers(StrategyFactory.class).stream()
                        .map(PluginFolder::offered)
                        .toList(),
                plugin.providers(VenueConnector.class).stream()
                        .map(PluginFolder::offered)
                        .toList(),
                others);
    }

    private static OfferedStrategy offered(StrategyFactory factory) {
        return new OfferedStrategy(factory.name(), factory.description(), factory.parameters());
    }

    private static OfferedConnector offered(VenueConnector connector) {
        return new OfferedConnector(
                connector.name(), connector.description(), connector.parameters(), connector.accountParameters());
    }

    /** {@code SignalSource} as {@code signal source}. */
    private static String words(Class<?> service) {
        return service.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
