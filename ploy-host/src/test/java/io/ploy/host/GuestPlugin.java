package io.ploy.host;

import io.ploy.api.market.RecordingFormat;
import io.ploy.api.plugin.PluginInfo;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.host.guest.OneBuy;
import io.ploy.host.guest.ScriptFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs the classes of {@code io.ploy.host.guest} as a plugin. */
final class GuestPlugin {
    private GuestPlugin() {}

    /** Writes the plugin's jar into a folder, built for some versions of the API. */
    static void writeTo(Path folder, String name, String api) throws IOException, URISyntaxException {
        Files.createDirectories(folder);
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(PluginInfo.NAME_ATTRIBUTE, name);
        attributes.putValue(PluginInfo.VERSION_ATTRIBUTE, "1.2.3");
        attributes.putValue(PluginInfo.API_ATTRIBUTE, api);
        Path classes = Path.of(
                OneBuy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (OutputStream file = Files.newOutputStream(folder.resolve(name + ".jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            try (Stream<Path> found = Files.list(classes.resolve("io/ploy/host/guest"))) {
                for (Path each : found.sorted().toList()) {
                    add(jar, "io/ploy/host/guest/" + each.getFileName(), Files.readAllBytes(each));
                }
            }
            service(jar, StrategyFactory.class, OneBuy.class);
            service(jar, RecordingFormat.class, ScriptFormat.class);
        }
    }

    private static void service(JarOutputStream jar, Class<?> service, Class<?> provider) throws IOException {
        add(jar, "META-INF/services/" + service.getName(), provider.getName().getBytes(StandardCharsets.UTF_8));
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    /** Lines of a recording that {@link ScriptFormat} reads. */
    static Path recording(Path file, List<String> lines) throws IOException {
        return Files.write(file, lines);
    }
}
