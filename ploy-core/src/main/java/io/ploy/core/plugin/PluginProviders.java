package io.ploy.core.plugin;

import io.ploy.api.plugin.ApiVersion;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a plugin's class loader and, in it, the plugin's providers. */
final class PluginProviders {
    private static final Logger LOG = LoggerFactory.getLogger(PluginProviders.class);

    private final ClassLoader parent;

    PluginProviders(ClassLoader parent) {
        this.parent = parent;
    }

    LoadedPlugin load(PluginFiles files) throws PluginRefusedException {
        URLClassLoader loader = new URLClassLoader("plugin " + files.info().name(), files.urls(), parent);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return new LoadedPlugin(files.info(), files.location(), loader, providers(files, loader));
        } catch (PluginRefusedException e) {
            close(loader);
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Map<Class<?>, List<LoadedPlugin.Provider>> providers(PluginFiles files, ClassLoader loader)
            throws PluginRefusedException {
        Map<Class<?>, List<LoadedPlugin.Provider>> providers = new HashMap<>();
        for (String service : files.services()) {
            Class<?> spi = spi(service);
            providers.put(spi, providers(spi, loader));
        }
        if (providers.values().stream().allMatch(List::isEmpty)) {
            throw new PluginRefusedException("the plugin's lists of providers are empty: " + files.services(), null);
        }
        return providers;
    }

    private Class<?> spi(String service) throws PluginRefusedException {
        try {
            return Class.forName(service, false, parent);
        } catch (ClassNotFoundException e) {
            throw new PluginRefusedException(
                    "it provides " + service + ", which API " + ApiVersion.CURRENT + " does not have", e);
        }
    }

    /** Whatever a plugin throws while it is made, the host goes on. */
    private static List<LoadedPlugin.Provider> providers(Class<?> spi, ClassLoader loader)
            throws PluginRefusedException {
        List<LoadedPlugin.Provider> made = new ArrayList<>();
        try {
            for (Object instance : ServiceLoader.load(spi, loader)) {
                made.add(new LoadedPlugin.Provider(instance, name(spi, instance)));
            }
        } catch (RuntimeException | Error e) {
            throw new PluginRefusedException(explained(spi, e), e);
        }
        return List.copyOf(made);
    }

    private static @Nullable String name(Class<?> spi, Object provider) throws PluginRefusedException {
        if (!ProviderNames.has(spi)) {
            return null;
        }
        String name = ProviderNames.of(spi, provider);
        if (name == null || !name.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new PluginRefusedException(
                    provider.getClass().getName() + " calls itself '" + name
                            + "'; a name has lower-case letters, digits and hyphens",
                    null);
        }
        return name;
    }

    private static String explained(Class<?> spi, Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof ServiceConfigurationError && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String what = cause instanceof ServiceConfigurationError ? cause.getMessage() : where(thrown) + ": " + cause;
        return "its " + spi.getSimpleName() + " cannot be made: " + what + advice(cause);
    }

    /** What the service loader says of it, which has the provider's name; else only what was thrown. */
    private static String where(Throwable thrown) {
        String message = thrown instanceof ServiceConfigurationError ? thrown.getMessage() : null;
        return message == null ? "a provider failed" : message;
    }

    private static String advice(Throwable cause) {
        Throwable root = cause;
        for (Throwable next = root; next != null; next = next.getCause()) {
            root = next;
        }
        if (root instanceof UnsupportedClassVersionError) {
            return "; it was compiled for a newer Java than this one, which is "
                    + Runtime.version().feature() + ": run Ploy on that Java, or have the plugin compiled for this one";
        }
        if (root instanceof NoClassDefFoundError || root instanceof ClassNotFoundException) {
            return "; a plugin sees Java, io.ploy.api, org.slf4j and what lies in its own folder: put the missing library"
                    + " there";
        }
        return "";
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.warn("could not close the jars of {}", loader.getName(), e);
        }
    }
}
