package io.ploy.core.plugin;

import io.ploy.api.plugin.ApiRange;
import io.ploy.api.plugin.ApiVersion;
import io.ploy.api.plugin.PluginInfo;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The files of one plugin and what they say of themselves. Reads jars; loads no class. */
final class PluginFiles {
    private static final String SERVICES = "META-INF/services/";
    private static final String API = "io.ploy.api.";
    private static final String EXAMPLE = PluginInfo.NAME_ATTRIBUTE + ": my-strategies, " + PluginInfo.VERSION_ATTRIBUTE
            + ": 1.0, " + PluginInfo.API_ATTRIBUTE + ": [" + ApiVersion.CURRENT + ","
            + new ApiVersion(ApiVersion.CURRENT.major(), ApiVersion.CURRENT.minor() + 1) + ")";

    private final Path location;
    private final List<Path> jars;
    private final PluginInfo info;
    private final Set<String> services;

    private PluginFiles(Path location, List<Path> jars, PluginInfo info, Set<String> services) {
        this.location = location;
        this.jars = jars;
        this.info = info;
        this.services = services;
    }

    /** Whether a file or folder that lies among the plugins is meant to be one. */
    static boolean isMeantAsPlugin(Path file) {
        return !name(file).startsWith(".") && (Files.isDirectory(file) || isJar(file));
    }

    static boolean isJar(Path file) {
        return name(file).endsWith(".jar") && !name(file).startsWith(".") && Files.isRegularFile(file);
    }

    /** Reads a folder with jars, or a single jar. */
    static PluginFiles read(Path location) throws PluginRefusedException {
        List<Path> jars = jars(location);
        PluginInfo info = null;
        Path main = null;
        Set<String> services = new TreeSet<>();
        for (Path jar : jars) {
            Contents contents = contents(jar);
            services.addAll(contents.services);
            if (contents.named != null) {
                if (main != null) {
                    throw refused("both " + name(main) + " and " + name(jar)
                            + " say that they are a plugin; give each a" + " folder of its own");
                }
                main = jar;
                info = info(contents.named, jar);
            }
        }
        if (info == null) {
            throw refused("no manifest in " + names(jars) + " says that it is a plugin; expected attributes such as "
                    + EXAMPLE);
        }
        if (!info.api().contains(ApiVersion.CURRENT)) {
            throw refused("plugin " + info.name() + " " + info.version() + " was built for API " + info.api()
                    + ", but this Ploy has API " + ApiVersion.CURRENT
                    + "; install a version of the plugin for this API, or a Ploy whose API lies in that range");
        }
        if (services.isEmpty()) {
            throw refused("plugin " + info.name() + " " + info.version() + " provides nothing: expected a file such as "
                    + SERVICES + API + "strategy.StrategyFactory in its jar, with the name of a class in it");
        }
        return new PluginFiles(location, jars, info, services);
    }

    private static List<Path> jars(Path location) throws PluginRefusedException {
        if (!Files.isDirectory(location)) {
            return List.of(location);
        }
        try (Stream<Path> files = Files.list(location)) {
            List<Path> jars = files.filter(PluginFiles::isJar).sorted().toList();
            if (jars.isEmpty()) {
                throw refused("the folder has no jar in it");
            }
            return jars;
        } catch (IOException e) {
            throw new PluginRefusedException("the folder cannot be read: " + e, e);
        }
    }

    private static Contents contents(Path jar) throws PluginRefusedException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Attributes attributes = manifest == null ? null : manifest.getMainAttributes();
            boolean named = attributes != null && attributes.getValue(PluginInfo.NAME_ATTRIBUTE) != null;
            List<String> services = file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(entry -> entry.startsWith(SERVICES + API))
                    .map(entry -> entry.substring(SERVICES.length()))
                    .toList();
            return new Contents(named ? attributes : null, services);
        } catch (IOException | SecurityException e) {
            throw new PluginRefusedException(
                    name(jar) + " is not a jar that can be read (" + e.getMessage() + "); copy it again", e);
        }
    }

    private static PluginInfo info(Attributes attributes, Path jar) throws PluginRefusedException {
        try {
            return new PluginInfo(
                    required(attributes, PluginInfo.NAME_ATTRIBUTE, jar),
                    required(attributes, PluginInfo.VERSION_ATTRIBUTE, jar),
                    ApiRange.parse(required(attributes, PluginInfo.API_ATTRIBUTE, jar)));
        } catch (IllegalArgumentException e) {
            throw new PluginRefusedException("the manifest of " + name(jar) + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static String required(Attributes attributes, String attribute, Path jar) throws PluginRefusedException {
        String value = attributes.getValue(attribute);
        if (value == null || value.isBlank()) {
            throw refused("the manifest of " + name(jar) + " has no " + attribute + "; expected attributes such as "
                    + EXAMPLE);
        }
        return value.trim();
    }

    Path location() {
        return location;
    }

    PluginInfo info() {
        return info;
    }

    /** The interfaces of the API that the plugin's jars list providers for. */
    Set<String> services() {
        return services;
    }

    URL[] urls() throws PluginRefusedException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new PluginRefusedException("no address for " + jar, e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static PluginRefusedException refused(String message) {
        return new PluginRefusedException(message, null);
    }

    private static String names(List<Path> jars) {
        return jars.stream().map(PluginFiles::name).collect(Collectors.joining(", "));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * What a jar says of itself.
     *
     * @param named the manifest's attributes if it names a plugin
     * @param services the interfaces of the API it lists providers for
     */
    private record Contents(@Nullable Attributes named, List<String> services) {}
}
