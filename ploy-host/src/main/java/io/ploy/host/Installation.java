package io.ploy.host;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where this copy of Ploy lives: a folder with {@code lib} and {@code plugins} in it. */
final class Installation {
    /** Set by the launcher. */
    private static final String HOME_PROPERTY = "ploy.home";

    private Installation() {}

    /** The plugins folder beside the folder of this program's own jar. */
    static Path pluginsFolder() {
        String home = System.getProperty(HOME_PROPERTY);
        return (home == null ? besideOwnJar() : Path.of(home)).resolve("plugins");
    }

    private static Path besideOwnJar() {
        CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
        try {
            Path jar =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            Path lib = jar.toAbsolutePath().getParent();
            Path home = lib == null ? null : lib.getParent();
            return home == null ? Path.of("") : home;
        } catch (URISyntaxException e) {
            return Path.of("");
        }
    }
}
