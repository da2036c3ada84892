package io.ploy.host.plugin;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.PluginInfo;
import java.nio.file.Path;
import java.util.List;

/**
 * What a folder of plugins holds.
 *
 * @param folder where
 * @param plugins those that can be used
 * @param refused those that cannot
 */
public record InstalledPlugins(Path folder, List<Installed> plugins, List<Refused> refused) {
    /** Copies the lists. */
    public InstalledPlugins {
        plugins = List.copyOf(plugins);
        refused = List.copyOf(refused);
    }

    /**
     * A plugin that can be used.
     *
     * @param info its name, its version and the API it works with
     * @param location its jar or folder
     * @param strategies what it trades by
     * @param connectors where it trades
     * @param others whatever else it offers, in words, such as {@code recording format btc15m-l5}
     */
    public record Installed(
            PluginInfo info,
            Path location,
            List<OfferedStrategy> strategies,
            List<OfferedConnector> connectors,
            List<String> others) {
        /** Copies the lists. */
        public Installed {
            strategies = List.copyOf(strategies);
            connectors = List.copyOf(connectors);
            others = List.copyOf(others);
        }
    }

    /**
     * A strategy as its factory describes it.
     *
     * @param name what it is asked for by
     * @param description a sentence, may be empty
     * @param parameters what can be set
     */
    public record OfferedStrategy(String name, String description, List<Parameter<?>> parameters) {
        /** Copies the list. */
        public OfferedStrategy {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A venue as its connector describes it.
     *
     * @param name what it is asked for by, and the first part of its ids
     * @param description a sentence, may be empty
     * @param parameters what can be set for the connection
     * @param accountParameters what can be set for each account
     */
    public record OfferedConnector(
            String name, String description, List<Parameter<?>> parameters, List<Parameter<?>> accountParameters) {
        /** Copies the lists. */
        public OfferedConnector {
            parameters = List.copyOf(parameters);
            accountParameters = List.copyOf(accountParameters);
        }
    }

    /**
     * A plugin that cannot be used.
     *
     * @param location its jar or folder
     * @param reason what is wrong and what to do
     */
    public record Refused(Path location, String reason) {}
}
