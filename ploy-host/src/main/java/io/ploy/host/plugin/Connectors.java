package io.ploy.host.plugin;

import io.ploy.api.venue.VenueConnector;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.host.console.CommandFailure;
import java.util.List;

/** Finds venue connectors by name. */
public final class Connectors {
    private Connectors() {}

    /**
     * The connector of that name.
     *
     * @throws CommandFailure if there is no such connector; it names those there are
     */
    public static VenueConnector named(PluginCatalog catalog, String name) {
        List<VenueConnector> installed = catalog.providers(VenueConnector.class);
        return installed.stream()
                .filter(connector -> connector.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandFailure.badInput("There is no venue connector '" + name + "'. "
                        + (installed.isEmpty()
                                ? "None is installed."
                                : "Installed: "
                                        + String.join(
                                                ", ",
                                                installed.stream()
                                                        .map(VenueConnector::name)
                                                        .sorted()
                                                        .toList())
                                        + ".")));
    }
}
