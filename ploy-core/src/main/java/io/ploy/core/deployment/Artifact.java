package io.ploy.core.deployment;

import io.ploy.api.plugin.PluginInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The code of a plugin, to the byte.
 *
 * @param plugin its name
 * @param version its version, as its manifest says
 * @param sha256 of its jar, lower-case hex
 */
public record Artifact(String plugin, String version, String sha256) {
    /** Checks the parts. */
    public Artifact {
        if (plugin.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException(
                    "an artifact has a plugin and a version: '" + plugin + "', '" + version + "'");
        }
        Hex.check("the artifact's hash", sha256);
    }

    /**
     * Reads an installed plugin. For one jar the hash is that of its bytes. For a folder of several it is that of the text
     * {@code sha256sum *.jar} prints there: each hash, two spaces, the file's name, a line feed, in the order of the names.
     *
     * @param info as the plugin's manifest says
     * @param location the jar, or the folder it lies in
     * @throws UncheckedIOException if it cannot be read
     */
    public static Artifact read(PluginInfo info, Path location) {
        try {
            List<Path> jars = jars(location);
            if (jars.size() == 1) {
                return new Artifact(
                        info.name(), info.version(), DataHash.read(jars.get(0)).sha256());
            }
            StringBuilder list = new StringBuilder();
            for (Path jar : jars) {
                list.append(DataHash.read(jar).sha256())
                        .append("  ")
                        .append(jar.getFileName())
                        .append('\n');
            }
            return new Artifact(info.name(), info.version(), Hex.of(list.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin in " + location + " cannot be read", e);
        }
    }

    private static List<Path> jars(Path location) throws IOException {
        if (!Files.isDirectory(location)) {
            return List.of(location);
        }
        try (Stream<Path> files = Files.list(location)) {
            List<Path> jars = files.filter(Artifact::isJar).sorted().toList();
            if (jars.isEmpty()) {
                throw new IOException("there is no jar in " + location);
            }
            return jars;
        }
    }

    private static boolean isJar(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".jar") && !name.startsWith(".") && Files.isRegularFile(file);
    }

    @Override
    public String toString() {
        return plugin + " " + version + " (" + Hex.shortened(sha256) + "…)";
    }
}
