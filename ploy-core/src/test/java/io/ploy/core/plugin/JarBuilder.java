package io.ploy.core.plugin;

import io.ploy.api.plugin.PluginInfo;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles sources and makes a jar of them, as a plugin's author would. */
final class JarBuilder {
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();
    private final List<Path> libraries = new ArrayList<>();
    private int classVersion;

    private JarBuilder() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** A jar that does not say that it is a plugin. */
    static JarBuilder library() {
        return new JarBuilder();
    }

    static JarBuilder plugin(String name) {
        return new JarBuilder()
                .manifest(PluginInfo.NAME_ATTRIBUTE, name)
                .manifest(PluginInfo.VERSION_ATTRIBUTE, "1.0")
                .manifest(PluginInfo.API_ATTRIBUTE, "[0.1,0.2)");
    }

    /** A plugin with one strategy, whose description is what an expression gives. */
    static JarBuilder strategy(String plugin, String strategy, String description) {
        return plugin(plugin).providing(strategy, "", description);
    }

    /** Adds a strategy factory that runs some statements when it is made. */
    JarBuilder providing(String name, String constructor, String description) {
        String type = "Factory" + sources.size();
        source("acme." + type, """
                package acme;
                public final class %1$s implements io.ploy.api.strategy.StrategyFactory {
                    private final ClassLoader context = Thread.currentThread().getContextClassLoader();
                    public %1$s() { %3$s }
                    public String name() { return "%2$s"; }
                    public String description() { return String.valueOf(%4$s); }
                    public io.ploy.api.strategy.Strategy create(io.ploy.api.strategy.StrategyContext context) {
                        return book -> {};
                    }
                    static String find(String name) {
                        try { return Class.forName(name).getName(); } catch (ClassNotFoundException e) { return "hidden"; }
                    }
                }
                """.formatted(type, name, constructor, description));
        return service("io.ploy.api.strategy.StrategyFactory", "acme." + type);
    }

    JarBuilder manifest(String attribute, String value) {
        manifest.getMainAttributes().putValue(attribute, value);
        return this;
    }

    JarBuilder without(String attribute) {
        manifest.getMainAttributes().remove(new Attributes.Name(attribute));
        return this;
    }

    JarBuilder source(String type, String source) {
        sources.put(type, source);
        return this;
    }

    JarBuilder service(String spi, String provider) {
        String entry = "META-INF/services/" + spi;
        String before = new String(entries.getOrDefault(entry, new byte[0]), StandardCharsets.UTF_8);
        return entry(entry, before + provider + "\n");
    }

    JarBuilder entry(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    JarBuilder compiledAgainst(Path library) {
        libraries.add(library);
        return this;
    }

    /** Pretends that the classes were compiled for another Java. */
    JarBuilder classVersion(int version) {
        classVersion = version;
        return this;
    }

    Path write(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Map.Entry<String, byte[]> entry : compiled().entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private Map<String, byte[]> compiled() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        if (sources.isEmpty()) {
            return all;
        }
        Path folder = Files.createTempDirectory("plugin");
        Path classes = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        compile(arguments);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (classVersion > 0) {
                    bytes[7] = (byte) classVersion;
                }
                all.put(classes.relativize(file).toString().replace('\\', '/'), bytes);
            }
        }
        delete(folder);
        return all;
    }

    private static void compile(List<String> arguments) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = arguments.stream()
                .filter(argument -> !argument.endsWith(".java"))
                .toList();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var sources = files.getJavaFileObjectsFromStrings(arguments.stream()
                    .filter(argument -> argument.endsWith(".java"))
                    .toList());
            if (!compiler.getTask(messages, files, null, options, null, sources).call()) {
                throw new IllegalArgumentException(messages.toString());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String classPath() {
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        libraries.forEach(library -> path.append(java.io.File.pathSeparator).append(library));
        return path.toString();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
