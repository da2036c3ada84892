package io.ploy.api.plugin;

import io.ploy.api.Stable;

/**
 * What a plugin's jar says of itself in its manifest.
 *
 * @param name {@code Ploy-Plugin}: lower case with hyphens
 * @param version {@code Ploy-Plugin-Version}
 * @param api {@code Ploy-Api}: the API versions it works with
 */
@Stable
public record PluginInfo(String name, String version, ApiRange api) {
    /** Manifest attribute: the plugin's name. */
    public static final String NAME_ATTRIBUTE = "Ploy-Plugin";
    /** Manifest attribute: the plugin's version. */
    public static final String VERSION_ATTRIBUTE = "Ploy-Plugin-Version";
    /** Manifest attribute: the API versions the plugin works with, such as {@code [0.1,0.2)}. */
    public static final String API_ATTRIBUTE = "Ploy-Api";

    /** Checks the name. */
    public PluginInfo {
        if (!name.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "a plugin's name has lower-case letters, digits and hyphens: '" + name + "'");
        }
    }
}
