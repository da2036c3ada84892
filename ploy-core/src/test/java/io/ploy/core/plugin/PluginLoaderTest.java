package io.ploy.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.RecordingFormat;
import io.ploy.api.plugin.ApiVersion;
import io.ploy.api.plugin.PluginInfo;
import io.ploy.api.strategy.StrategyFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginLoaderTest {
    @TempDir
    Path folder;

    private PluginCatalog catalog = new PluginCatalog(List.of(), List.of());

    @AfterEach
    void closeCatalog() {
        catalog.close();
    }

    @Test
    void aJarAndAFolderWithAJarAreAPluginEach() throws IOException {
        Path jar = JarBuilder.strategy("first", "one", "\"by itself\"").write(folder.resolve("first.jar"));
        JarBuilder.strategy("second", "two", "\"in a folder\"").write(folder.resolve("sub/second.jar"));
        Files.writeString(folder.resolve("README.txt"), "not a plugin");
        Files.createDirectory(folder.resolve(".hidden"));

        load();

        assertThat(catalog.refused()).isEmpty();
        assertThat(catalog.plugins()).extracting(LoadedPlugin::location).containsExactly(jar, folder.resolve("sub"));
        assertThat(catalog.plugins().get(0).info()).satisfies(info -> {
            assertThat(info.name()).isEqualTo("first");
            assertThat(info.version()).isEqualTo("1.0");
            assertThat(info.api().contains(ApiVersion.CURRENT)).isTrue();
        });
        assertThat(catalog.strategies()).extracting(StrategyFactory::name).containsExactly("one", "two");
        assertThat(catalog.strategy("two").orElseThrow().description()).isEqualTo("in a folder");
        assertThat(catalog.strategy("three")).isEmpty();
        assertThat(catalog.providers(RecordingFormat.class)).isEmpty();
        assertThat(catalog.plugins().get(0).services()).containsExactly(StrategyFactory.class);
    }

    @Test
    void aPluginSeesTheApiTheLoggerAndItsOwnLibraries() throws IOException {
        Path library = library("1", "one/lib.jar");
        JarBuilder.strategy("sees", "sees", """
                        lib.Version.NUMBER + " " + org.slf4j.LoggerFactory.getLogger("x").getClass().getClassLoader()
                                .equals(org.slf4j.Logger.class.getClassLoader())
                        """).compiledAgainst(library).write(folder.resolve("one/main.jar"));

        load();

        assertThat(description("sees")).isEqualTo("1 true");
        assertThat(catalog.plugins().get(0).services())
                .allSatisfy(service ->
                        assertThat(service.getClassLoader()).isSameAs(getClass().getClassLoader()));
    }

    @Test
    void twoPluginsSeeTheirOwnVersionsOfOneLibrary() throws IOException {
        for (String version : List.of("1", "2")) {
            Path library = library(version, "plugin-" + version + "/lib.jar");
            JarBuilder.strategy("plugin-" + version, "strategy-" + version, "lib.Version.get()")
                    .compiledAgainst(library)
                    .write(folder.resolve("plugin-" + version + "/main.jar"));
        }

        load();

        assertThat(description("strategy-1")).isEqualTo("1");
        assertThat(description("strategy-2")).isEqualTo("2");
    }

    @Test
    void aPluginsCopyOfTheApiIsIgnored() throws IOException {
        JarBuilder.strategy("fat", "fat", "io.ploy.api.plugin.ApiVersion.CURRENT")
                .entry("io/ploy/api/plugin/ApiVersion.class", "no class at all")
                .write(folder.resolve("fat.jar"));

        load();

        assertThat(description("fat")).isEqualTo(ApiVersion.CURRENT.toString());
    }

    @Test
    void theHostsClassesAreHidden() throws IOException {
        JarBuilder.strategy("nosy", "nosy", """
                        find("io.ploy.core.plugin.PluginLoader") + find("com.google.common.base.Joiner")
                                + find("org.junit.jupiter.api.Test") + find("com.sun.tools.javac.Main")
                                + " " + find("java.sql.Connection") + " " + find("io.ploy.api.money.Price")
                        """).write(folder.resolve("nosy.jar"));

        load();

        assertThat(description("nosy"))
                .isEqualTo("hiddenhiddenhiddenhidden java.sql.Connection io.ploy.api.money.Price");
    }

    @Test
    void theHostsResourcesAndListsOfProvidersAreHidden() throws IOException {
        JarBuilder.strategy("nosy", "nosy", "\"\"").entry("acme/own.txt", "").write(folder.resolve("nosy.jar"));

        load();

        ClassLoader guest = catalog.plugins().get(0).classLoader();
        ClassLoader host = getClass().getClassLoader();
        for (String hidden : List.of(
                "io/ploy/core/plugin/PluginLoader.class", "META-INF/services/org.slf4j.spi.SLF4JServiceProvider")) {
            assertThat(host.getResource(hidden)).isNotNull();
            assertThat(guest.getResource(hidden)).isNull();
            assertThat(guest.getResources(hidden).hasMoreElements()).isFalse();
        }
        assertThat(guest.getResource("acme/own.txt")).isNotNull();
        assertThat(guest.getResource("io/ploy/api/money/Price.class")).isNotNull();
    }

    @Test
    void aPluginThatNeedsTheHostsClassesIsRefusedAndToldWhatItSees() throws IOException {
        JarBuilder.plugin("needy")
                .providing("needy", "io.ploy.core.plugin.PluginLoader.load(java.nio.file.Path.of(\"x\"));", "\"\"")
                .write(folder.resolve("needy.jar"));

        assertThat(refusal())
                .contains("plugin needy 1.0", "io/ploy/core/plugin/PluginLoader", "a plugin sees Java, io.ploy.api");
    }

    @Test
    void aPluginForAnotherApiIsRefusedBeforeAnyOfItsClassesIsLoaded() throws IOException {
        JarBuilder.plugin("future")
                .manifest(PluginInfo.API_ATTRIBUTE, "[9.0,10.0)")
                .providing("future", "System.setProperty(\"ploy.test.future\", \"loaded\");", "\"\"")
                .write(folder.resolve("future.jar"));

        assertThat(refusal())
                .contains(
                        "future 1.0", "built for API [9.0,10.0)", "this Ploy has API " + ApiVersion.CURRENT, "install");
        assertThat(System.getProperty("ploy.test.future")).isNull();
    }

    @Test
    void aProviderWhoseConstructorThrowsIsRefusedAndTheRestGoesOn() throws IOException {
        JarBuilder.strategy("good", "good", "\"\"").write(folder.resolve("a.jar"));
        JarBuilder.plugin("bad")
                .providing("bad", "if (true) throw new IllegalStateException(\"no luck\");", "\"\"")
                .write(folder.resolve("b.jar"));
        JarBuilder.plugin("worse")
                .providing("worse", "assert false; throw new AssertionError();", "\"\"")
                .write(folder.resolve("c.jar"));
        JarBuilder.strategy("good-too", "good-too", "\"\"").write(folder.resolve("d.jar"));

        load();

        assertThat(catalog.strategies()).extracting(StrategyFactory::name).containsExactly("good", "good-too");
        assertThat(catalog.refused())
                .extracting(RefusedPlugin::location)
                .containsExactly(folder.resolve("b.jar"), folder.resolve("c.jar"));
        assertThat(catalog.refused().get(0).message()).contains("acme.Factory0", "no luck", "StrategyFactory");
    }

    @Test
    void aJarThatIsNoJarIsRefused() throws IOException {
        Files.writeString(folder.resolve("page.jar"), "<html>not found</html>");

        assertThat(refusal()).contains("page.jar is not a jar that can be read");
    }

    @Test
    void aFolderWithABrokenLibraryIsRefused() throws IOException {
        JarBuilder.strategy("good", "good", "\"\"").write(folder.resolve("sub/good.jar"));
        Files.write(folder.resolve("sub/lib.jar"), new byte[100]);

        assertThat(refusal()).contains("lib.jar is not a jar that can be read");
    }

    @Test
    void aManifestThatLacksSomethingIsRefusedWithAnExample() throws IOException {
        for (String attribute :
                List.of(PluginInfo.NAME_ATTRIBUTE, PluginInfo.VERSION_ATTRIBUTE, PluginInfo.API_ATTRIBUTE)) {
            JarBuilder.strategy("lacks", "lacks", "\"\"").without(attribute).write(folder.resolve("lacks.jar"));

            assertThat(refusal()).contains("lacks.jar", "Ploy-Api: [0.1,0.2)", attribute);
        }
    }

    @Test
    void aManifestThatMakesNoSenseIsRefused() throws IOException {
        JarBuilder.strategy("odd", "odd", "\"\"")
                .manifest(PluginInfo.API_ATTRIBUTE, "0.1")
                .write(folder.resolve("odd.jar"));
        assertThat(refusal()).contains("the manifest of odd.jar cannot be used", "found '0.1'");

        JarBuilder.strategy("Odd Name", "odd", "\"\"").write(folder.resolve("odd.jar"));
        assertThat(refusal()).contains("'Odd Name'");
    }

    @Test
    void twoPluginsInOneFolderAreRefused() throws IOException {
        JarBuilder.strategy("one", "one", "\"\"").write(folder.resolve("sub/one.jar"));
        JarBuilder.strategy("two", "two", "\"\"").write(folder.resolve("sub/two.jar"));

        assertThat(refusal()).contains("both one.jar and two.jar", "a folder of its own");
    }

    @Test
    void aPluginWithoutProvidersIsRefused() throws IOException {
        JarBuilder.plugin("idle")
                .source("acme.Nothing", "package acme; class Nothing {}")
                .write(folder.resolve("idle.jar"));
        assertThat(refusal()).contains("idle 1.0 provides nothing", "META-INF/services/io.ploy.api.");

        JarBuilder.plugin("idle")
                .entry("META-INF/services/io.ploy.api.strategy.StrategyFactory", "# later\n")
                .write(folder.resolve("idle.jar"));
        assertThat(refusal()).contains("empty");
    }

    @Test
    void aProviderThatIsNotThereOrOfAnotherTypeIsRefused() throws IOException {
        JarBuilder.plugin("typo")
                .service("io.ploy.api.strategy.StrategyFactory", "acme.Missing")
                .write(folder.resolve("typo.jar"));
        assertThat(refusal()).contains("acme.Missing not found");

        JarBuilder.plugin("typo")
                .source("acme.Other", "package acme; public class Other {}")
                .service("io.ploy.api.strategy.StrategyFactory", "acme.Other")
                .write(folder.resolve("typo.jar"));
        assertThat(refusal()).contains("acme.Other not a subtype");

        JarBuilder.plugin("typo")
                .source("acme.Other", "package acme; public class Other {}")
                .service("io.ploy.api.strategy.NoSuchThing", "acme.Other")
                .write(folder.resolve("typo.jar"));
        assertThat(refusal()).contains("provides io.ploy.api.strategy.NoSuchThing", "does not have");
    }

    @Test
    void classesForANewerJavaAreRefusedAndToldSo() throws IOException {
        JarBuilder.strategy("modern", "modern", "\"\"").classVersion(120).write(folder.resolve("modern.jar"));

        assertThat(refusal())
                .contains(
                        "compiled for a newer Java than this one",
                        String.valueOf(Runtime.version().feature()));
    }

    @Test
    void pluginsOfOneNameAreAllRefusedWithBothPlaces() throws IOException {
        Path old = JarBuilder.strategy("same", "one", "\"\"").write(folder.resolve("same-1.jar"));
        Path fresh = JarBuilder.strategy("same", "two", "\"\"")
                .manifest(PluginInfo.VERSION_ATTRIBUTE, "2.0")
                .write(folder.resolve("same-2.jar"));

        load();

        assertThat(catalog.plugins()).isEmpty();
        assertThat(catalog.refused())
                .hasSize(2)
                .allSatisfy(refused -> assertThat(refused.message())
                        .contains("plugin named same", old + " (1.0)", fresh + " (2.0)", "keep one of them"));
    }

    @Test
    void strategiesOfOneNameAreAllRefusedWithBothPlaces() throws IOException {
        Path first = JarBuilder.strategy("first", "same", "\"\"").write(folder.resolve("first.jar"));
        Path second = JarBuilder.strategy("second", "same", "\"\"").write(folder.resolve("second.jar"));
        JarBuilder.strategy("third", "other", "\"\"").write(folder.resolve("third.jar"));

        load();

        assertThat(catalog.strategies()).extracting(StrategyFactory::name).containsExactly("other");
        assertThat(catalog.refused())
                .hasSize(2)
                .allSatisfy(refused ->
                        assertThat(refused.message()).contains("strategy same", first.toString(), second.toString()));
    }

    @Test
    void aPluginThatGivesOneNameTwiceIsRefused() throws IOException {
        JarBuilder.plugin("twice")
                .providing("same", "", "\"\"")
                .providing("same", "", "\"\"")
                .write(folder.resolve("twice.jar"));

        assertThat(refusal()).contains("more than one strategy same");
    }

    @Test
    void aStrategyWithABadNameIsRefused() throws IOException {
        JarBuilder.strategy("bad", "Bad Name", "\"\"").write(folder.resolve("bad.jar"));

        assertThat(refusal()).contains("acme.Factory0 calls itself 'Bad Name'");
    }

    @Test
    void providersAreMadeWithThePluginsContextClassLoader() throws IOException {
        JarBuilder.strategy("context", "context", "context == getClass().getClassLoader()")
                .write(folder.resolve("context.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        load();

        assertThat(description("context")).isEqualTo("true");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void aFolderThatIsNotThereIsARefusal() {
        catalog = PluginLoader.load(folder.resolve("missing"));

        assertThat(catalog.plugins()).isEmpty();
        assertThat(catalog.refused()).hasSize(1);
        assertThat(catalog.refused().get(0).location()).isEqualTo(folder.resolve("missing"));
    }

    @Test
    void anEmptyFolderOfAPluginIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("empty"));

        assertThat(refusal()).contains("no jar");
    }

    private void load() {
        catalog.close();
        catalog = PluginLoader.load(folder);
    }

    private String refusal() {
        load();
        assertThat(catalog.plugins()).isEmpty();
        assertThat(catalog.refused()).hasSize(1);
        return catalog.refused().get(0).message();
    }

    private String description(String strategy) {
        assertThat(catalog.refused()).isEmpty();
        return catalog.strategy(strategy).orElseThrow().description();
    }

    private Path library(String version, String jar) throws IOException {
        return JarBuilder.library()
                .source("lib.Version", """
                        package lib;
                        public class Version {
                            public static final String NUMBER = get();
                            public static String get() { return "%s"; }
                        }
                        """.formatted(version))
                .write(folder.resolve(jar));
    }
}
