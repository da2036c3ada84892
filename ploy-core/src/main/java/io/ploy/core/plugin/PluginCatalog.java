package io.ploy.core.plugin;

import io.ploy.api.strategy.StrategyFactory;
import java.util.List;
import java.util.Optional;

/**
 * The plugins of a folder: those that can be used and those that cannot, with the reason.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public final class PluginCatalog implements AutoCloseable {
    private final List<RefusedPlugin> refused;
    private volatile List<LoadedPlugin> plugins;

    PluginCatalog(List<LoadedPlugin> plugins, List<RefusedPlugin> refused) {
        this.plugins = List.copyOf(plugins);
        this.refused = List.copyOf(refused);
    }

    /** Those that can be used, in the order of their locations. */
    public List<LoadedPlugin> plugins() {
        return plugins;
    }

    /** Those that cannot, in the order of their locations. */
    public List<RefusedPlugin> refused() {
        return refused;
    }

    /**
     * Providers of one interface from all plugins: the same instances each time.
     *
     * @param <T> the interface
     * @param spi an interface of the API
     * @return in the order of the plugins
     */
    public <T> List<T> providers(Class<T> spi) {
        return plugins.stream()
                .flatMap(plugin -> plugin.providers(spi).stream())
                .toList();
    }

    /** All strategies, in the order of the plugins. */
    public List<StrategyFactory> strategies() {
        return providers(StrategyFactory.class);
    }

    /**
     * One strategy.
     *
     * @param name as {@link StrategyFactory#name()} says
     * @return absent if no plugin has it
     */
    public Optional<StrategyFactory> strategy(String name) {
        return plugins.stream()
                .flatMap(plugin -> plugin.provider(StrategyFactory.class, name).stream())
                .findFirst();
    }

    /**
     * Forgets the plugins and closes their jars. Stop and close what came from them first: their classes can no longer be
     * found. Does nothing the second time.
     */
    @Override
    public void close() {
        List<LoadedPlugin> closing = plugins;
        plugins = List.of();
        closing.forEach(LoadedPlugin::close);
    }
}
