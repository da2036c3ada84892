package io.ploy.core.plugin;

import io.ploy.api.plugin.PluginInfo;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plugin whose providers were made. Immutable; whoever keeps it or a provider of it keeps its classes in memory. */
public final class LoadedPlugin {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedPlugin.class);

    private final PluginInfo info;
    private final Path location;
    private final URLClassLoader loader;
    private final SortedMap<Class<?>, List<Provider>> providers = new TreeMap<>(Comparator.comparing(Class::getName));

    LoadedPlugin(PluginInfo info, Path location, URLClassLoader loader, Map<Class<?>, List<Provider>> providers) {
        this.info = info;
        this.location = location;
        this.loader = loader;
        this.providers.putAll(providers);
    }

    /** What the plugin's manifest says. */
    public PluginInfo info() {
        return info;
    }

    /** The folder or jar it lies in. */
    public Path location() {
        return location;
    }

    /** The loader of the plugin's classes, to be the context class loader of a thread that works for the plugin alone. */
    public ClassLoader classLoader() {
        return loader;
    }

    /** The interfaces of the API it provides. */
    public Set<Class<?>> services() {
        return Collections.unmodifiableSet(providers.keySet());
    }

    /**
     * The plugin's providers of one interface: the same instances each time.
     *
     * @param <T> the interface
     * @param spi an interface of the API
     * @return in the order of the plugin's own list; empty if it has none
     */
    public <T> List<T> providers(Class<T> spi) {
        return providers.getOrDefault(spi, List.of()).stream()
                .map(provider -> spi.cast(provider.instance))
                .toList();
    }

    /**
     * The plugin's provider of one interface that has a name.
     *
     * @param <T> the interface
     * @param spi an interface of the API whose providers have names
     * @param name as the provider said when the plugin was loaded
     * @return absent if there is none
     */
    public <T> Optional<T> provider(Class<T> spi, String name) {
        return providers.getOrDefault(spi, List.of()).stream()
                .filter(provider -> name.equals(provider.name))
                .map(provider -> spi.cast(provider.instance))
                .findFirst();
    }

    /** Such as {@code strategy late-entry}; a name that is given twice is there twice. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        providers.forEach((spi, made) -> made.stream()
                .filter(provider -> provider.name != null)
                .forEach(provider -> names.add(ProviderNames.kind(spi) + " " + provider.name)));
        return names;
    }

    void close() {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.warn("could not close the jars of plugin {}", this, e);
        }
    }

    @Override
    public String toString() {
        return info.name() + " " + info.version() + " from " + location;
    }

    /**
     * One provider.
     *
     * @param instance made when the plugin was loaded
     * @param name what it said then, asked once; null for kinds that have none
     */
    record Provider(Object instance, @Nullable String name) {}
}
