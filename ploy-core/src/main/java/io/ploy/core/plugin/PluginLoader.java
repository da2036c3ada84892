package io.ploy.core.plugin;

import io.ploy.api.plugin.PluginInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads plugins from a folder. Each sub-folder with jars is one plugin, and so is each jar that lies there by itself.
 *
 * <p>A plugin sees Java, the API, SLF4J and its own jars; nothing else of the process it runs in, and nothing of other
 * plugins. What its manifest says is checked before any class of it is loaded.
 */
public final class PluginLoader {
    private static final Logger LOG = LoggerFactory.getLogger(PluginLoader.class);

    private final PluginProviders providers = new PluginProviders(new GuestParent(PluginInfo.class.getClassLoader()));
    private final List<RefusedPlugin> refused = new ArrayList<>();

    private PluginLoader() {}

    /**
     * Loads what can be loaded and says why the rest cannot. Never fails because of a plugin: not for a broken jar, nor for
     * whatever its code throws while its providers are made. Plugins of one name, or with providers of one name, are all
     * refused, because nobody can say which of them was meant.
     *
     * @param folder where plugins lie; if it is not there, that is in the list of refusals
     * @return to be closed by the caller, after everything that came from a plugin was stopped
     */
    public static PluginCatalog load(Path folder) {
        return new PluginLoader().loadAll(folder);
    }

    private PluginCatalog loadAll(Path folder) {
        List<PluginFiles> found = new ArrayList<>();
        for (Path location : locations(folder)) {
            try {
                found.add(PluginFiles.read(location));
            } catch (PluginRefusedException e) {
                refuse(location, e.reason());
            }
        }
        List<LoadedPlugin> loaded = new ArrayList<>();
        for (PluginFiles files : withoutSharedNames(found)) {
            try {
                loaded.add(providers.load(files));
            } catch (PluginRefusedException e) {
                LOG.debug("plugin in {}", files.location(), e);
                refuse(
                        files.location(),
                        "plugin " + files.info().name() + " " + files.info().version() + ": " + e.reason());
            }
        }
        loaded = withoutSharedProviders(loaded);
        refused.sort(Comparator.comparing(RefusedPlugin::location));
        refused.forEach(plugin -> LOG.warn("plugin in {} refused: {}", plugin.location(), plugin.message()));
        loaded.forEach(plugin -> LOG.info("plugin {}", plugin));
        return new PluginCatalog(loaded, refused);
    }

    private List<Path> locations(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PluginFiles::isMeantAsPlugin).sorted().toList();
        } catch (IOException e) {
            refuse(folder, "the folder of the plugins cannot be read: " + e);
            return List.of();
        }
    }

    private List<PluginFiles> withoutSharedNames(List<PluginFiles> found) {
        Map<String, List<PluginFiles>> byName = found.stream()
                .collect(Collectors.groupingBy(files -> files.info().name()));
        List<PluginFiles> kept = new ArrayList<>();
        for (PluginFiles files : found) {
            List<PluginFiles> same = byName.getOrDefault(files.info().name(), List.of());
            if (same.size() == 1) {
                kept.add(files);
            } else {
                refuse(
                        files.location(),
                        "there is more than one plugin named " + files.info().name() + ": in "
                                + same.stream()
                                        .map(each -> each.location() + " ("
                                                + each.info().version() + ")")
                                        .collect(Collectors.joining(" and "))
                                + "; keep one of them");
            }
        }
        return kept;
    }

    private List<LoadedPlugin> withoutSharedProviders(List<LoadedPlugin> loaded) {
        Map<String, List<LoadedPlugin>> byName = new TreeMap<>();
        for (LoadedPlugin plugin : loaded) {
            for (String name : plugin.names()) {
                byName.computeIfAbsent(name, none -> new ArrayList<>()).add(plugin);
            }
        }
        byName.values().removeIf(owners -> owners.size() == 1);
        List<LoadedPlugin> kept = new ArrayList<>();
        for (LoadedPlugin plugin : loaded) {
            List<String> problems = byName.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(plugin))
                    .map(entry -> "there is more than one " + entry.getKey() + ": in "
                            + entry.getValue().stream()
                                    .map(LoadedPlugin::toString)
                                    .collect(Collectors.joining(" and ")))
                    .toList();
            if (problems.isEmpty()) {
                kept.add(plugin);
            } else {
                plugin.close();
                refuse(plugin.location(), String.join("; ", problems) + "; keep one of them");
            }
        }
        return kept;
    }

    private void refuse(Path location, String message) {
        refused.add(new RefusedPlugin(location, message));
    }
}
