package io.ploy.core.plugin;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * All that a plugin sees of the process it runs in: Java's own classes, Ploy's API, SLF4J and the JSpecify annotations.
 * Everything else of the host is hidden, lists of service providers included, so that a plugin can bring any version of
 * any library.
 */
final class GuestParent extends ClassLoader {
    private static final String[] SHOWN = {"io.ploy.api.", "org.slf4j.", "org.jspecify."};

    private static final ClassLoader JAVA = ClassLoader.getPlatformClassLoader();

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;

    /**
     * Shows the host's API.
     *
     * @param host the loader that has the API
     */
    GuestParent(ClassLoader host) {
        super("ploy-api", null);
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isShown(name, '.')) {
            return host.loadClass(name);
        }
        Class<?> found = JAVA.loadClass(name);
        ClassLoader from = found.getClassLoader();
        // Java's loader also answers for modules of the application, which may be the host itself.
        if (from != null && from != JAVA) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    @Override
    public @Nullable URL getResource(String name) {
        return isShown(name, '/') ? host.getResource(name) : JAVA.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return isShown(name, '/') ? host.getResources(name) : JAVA.getResources(name);
    }

    private static boolean isShown(String name, char separator) {
        for (String prefix : SHOWN) {
            if (name.startsWith(separator == '.' ? prefix : prefix.replace('.', separator))) {
                return true;
            }
        }
        return false;
    }
}
