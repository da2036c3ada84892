package io.ploy.host.plugin;

import java.nio.file.Path;

/** Looks into a folder of plugins. The command line knows no more of the loader than this. */
@FunctionalInterface
public interface PluginListing {
    /**
     * What is in the folder.
     *
     * @throws io.ploy.host.console.CommandFailure if it is no folder that can be read
     */
    InstalledPlugins list(Path folder);
}
