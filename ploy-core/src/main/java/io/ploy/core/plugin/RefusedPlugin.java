package io.ploy.core.plugin;

import java.nio.file.Path;

/**
 * A plugin that was not loaded.
 *
 * @param location the folder or jar it lies in
 * @param message what was found, why it cannot be used and what to do, for people
 */
public record RefusedPlugin(Path location, String message) {}
