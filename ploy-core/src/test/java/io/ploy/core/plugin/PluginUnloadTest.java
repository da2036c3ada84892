package io.ploy.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginUnloadTest {
    @TempDir
    Path folder;

    @Test
    void closingReleasesThePluginsClasses() throws IOException {
        JarBuilder.strategy("gone", "gone", "\"\"").write(folder.resolve("gone.jar"));
        JarBuilder.plugin("broken")
                .providing("broken", "if (true) throw new IllegalStateException();", "\"\"")
                .write(folder.resolve("broken.jar"));
        PluginCatalog catalog = PluginLoader.load(folder);
        WeakReference<ClassLoader> loader = loader(catalog);

        catalog.close();
        catalog.close();

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return loader.get() == null;
        });
        assertThat(catalog.plugins()).isEmpty();
        assertThat(catalog.strategies()).isEmpty();
        assertThat(catalog.refused()).hasSize(1);
    }

    @Test
    void aClosedCatalogHoldsNoFile() throws IOException {
        Path jar = JarBuilder.strategy("gone", "gone", "\"\"").write(folder.resolve("gone.jar"));
        PluginCatalog catalog = PluginLoader.load(folder);

        catalog.close();

        assertThat(openFiles()).doesNotContain(jar.toRealPath().toString());
    }

    private static WeakReference<ClassLoader> loader(PluginCatalog catalog) {
        return new WeakReference<>(
                catalog.strategy("gone").orElseThrow().getClass().getClassLoader());
    }

    /** On Linux; elsewhere nothing is known and nothing is asserted. */
    private static List<String> openFiles() throws IOException {
        List<String> open = new ArrayList<>();
        Path mine = Path.of("/proc/self/fd");
        if (Files.isDirectory(mine)) {
            try (var files = Files.list(mine)) {
                for (Path file : files.toList()) {
                    if (Files.isSymbolicLink(file) && Files.exists(file)) {
                        open.add(Files.readSymbolicLink(file).toString());
                    }
                }
            }
        }
        return open;
    }
}
