package io.ploy.host.demo;

import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.plugin.LoadedPlugin;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.plugin.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a demo has of plugins and disk.
 *
 * @param catalog the plugins, open for as long as the demo runs
 * @param strategy the one asked for
 * @param journal the folder for the journal
 */
record PluginDemo(PluginCatalog catalog, StrategyFactory strategy, Path journal) {
    /** Trades with it, and says how it ended. */
    @FunctionalInterface
    interface Trading {
        Ending run(PluginDemo parts);
    }

    /**
     * How trading ended.
     *
     * @param last how things stood
     * @param strikes how often the venue misbehaved
     */
    record Ending(DemoFrame last, long strikes) {}

    /** Opens the plugins, has them trade, and closes them. */
    static DemoOutcome run(DemoRequest request, Trading trading) {
        try (PluginCatalog catalog = PluginFolder.load(request.plugins())) {
            StrategyFactory strategy = Strategies.named(
                    catalog, request.strategy(), request.parameters().keySet());
            Path journal = request.journal().map(PluginDemo::requireNew).orElseGet(PluginDemo::temporaryFolder);
            Ending ending = trading.run(new PluginDemo(catalog, strategy, journal));
            return new DemoOutcome(ending.last(), owner(catalog, request.strategy()), journal, ending.strikes());
        }
    }

    /** An engine goes on where the last run in a journal ended, and a demonstration begins with a world of its own. */
    private static Path requireNew(Path folder) {
        String[] files = folder.toFile().list();
        if (files != null && files.length > 0) {
            throw CommandFailure.badInput(
                    "The folder " + folder
                            + " holds something already, and a demonstration begins anew; name an empty or a new one with --journal.");
        }
        return folder;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("ploy-demo-");
        } catch (IOException e) {
            throw CommandFailure.failed("Cannot make a temporary folder for the journal; name one with --journal.", e);
        }
    }

    private static String owner(PluginCatalog catalog, String strategy) {
        return catalog.plugins().stream()
                .filter(plugin ->
                        plugin.provider(StrategyFactory.class, strategy).isPresent())
                .map(LoadedPlugin::info)
                .map(info -> info.name())
                .findFirst()
                .orElse("");
    }
}
