package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a JDK and a Maven that only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path LAUNCHER = Path.of("bin", "ploy");
    private static final List<String> TOOLS = List.of(
            "sh", "sed", "head", "sort", "find", "ls", "dirname", "basename", "readlink", "touch", "mkdir", "cat");

    @TempDir
    Path temporary;

    private Path folder;
    private Path tools;
    private Path jvms;

    @BeforeEach
    void layOut() throws IOException {
        folder = Files.createDirectories(temporary.toRealPath().resolve("a folder with spaces"));
        jvms = Files.createDirectories(folder.resolve("jvms"));
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Path found =
                    Path.of("/bin", tool).toFile().canExecute() ? Path.of("/bin", tool) : Path.of("/usr/bin", tool);
            script(tools.resolve(tool), "exec " + found + " \"$@\"");
        }
    }

    @Test
    void runsFromAnInstallationThroughALinkAndKeepsArgumentsWhole() throws Exception {
        Path home = installation();
        Path jdk = jdk("17", "17.0.15");
        Path link = Files.createSymbolicLink(folder.resolve("link to ploy"), home.resolve("bin/ploy"));

        Result result = run(link, Map.of("JAVA_HOME", jdk.toString()), "demo", "--param", "a=b c");

        assertThat(result.exitCode).isZero();
        assertThat(result.out)
                .contains("[-Dploy.home=" + home + "]", "[" + home + "/lib/*]", "[-Dploy.terminal.out=false]")
                .contains("[io.ploy.host.Main]\n[demo]\n[--param]\n[a=b c]\n")
                .contains("[--enable-native-access=ALL-UNNAMED]");
    }

    @Test
    void javaOptionsAreHandedOn() throws Exception {
        Path home = installation();

        Result result = run(
                home.resolve("bin/ploy"),
                Map.of("JAVA_HOME", jdk("17", "17.0.15").toString(), "PLOY_JAVA_OPTS", "-Xmx1g -Dx=y"),
                "--version");

        assertThat(result.out).contains("[-Xmx1g]\n[-Dx=y]\n[-cp]");
    }

    @Test
    void aJdkTooOldIsPassedOver() throws Exception {
        Path home = installation();
        Path old = jdk("old", "11.0.2");
        Path modern = jdk("new", "25");

        Result result = run(home.resolve("bin/ploy"), Map.of("JAVA_HOME", old.toString()), "--version");

        assertThat(result.exitCode).isZero();
        assertThat(result.out).contains("java of " + modern.getFileName());
    }

    @Test
    void withoutAJdkItSaysWhichToInstall() throws Exception {
        Path home = installation();
        Path old = jdk("old", "1.8.0_402");

        Result result = run(home.resolve("bin/ploy"), Map.of("JAVA_HOME", old.toString()), "--version");

        assertThat(result.exitCode).isEqualTo(1);
        assertThat(result.err)
                .contains("needs a JDK 17 or later", "Too old: " + old + " (8)", "openjdk-17-jdk", "JAVA_HOME");
    }

    @Test
    void aJdkOnThePathIsFoundThroughItsLink() throws Exception {
        Path home = installation();
        Path jdk = jdk("elsewhere", "21.0.1");
        Files.move(jdk, folder.resolve("moved"));
        Files.createSymbolicLink(tools.resolve("java"), folder.resolve("moved/bin/java"));

        Result result = run(home.resolve("bin/ploy"), Map.of(), "--version");

        assertThat(result.exitCode).isZero();
        assertThat(result.out).contains("java of elsewhere");
    }

    @Test
    void aCheckoutIsBuiltOnFirstUseAndNotAgainUntilASourceChanges() throws Exception {
        Path root = checkout();
        maven("3.8.7");
        Map<String, String> environment =
                Map.of("JAVA_HOME", jdk("17", "17.0.15").toString());
        Path launcher = root.resolve("ploy-host/bin/ploy");

        Result first = run(launcher, environment, "--version");
        Result second = run(launcher, environment, "--version");
        Path source = Files.writeString(root.resolve("ploy-core/src/main/New.java"), "");
        Files.setLastModifiedTime(
                source,
                FileTime.fromMillis(Files.getLastModifiedTime(root.resolve("ploy-host/target/launcher/ploy/.built"))
                                .toMillis()
                        + 2_000));
        Result third = run(launcher, environment, "--version");

        assertThat(first.exitCode).as(first.err).isZero();
        assertThat(first.err).contains("building Ploy", "a few minutes", "mvn in " + root, "-DskipTests package");
        assertThat(first.out).doesNotContain("mvn").contains("[io.ploy.host.Main]");
        assertThat(second.err).isEmpty();
        assertThat(third.err).contains("building Ploy");
    }

    @Test
    void whatMavenHasBuiltIsUsedAsItIs() throws Exception {
        Path root = checkout();
        Path lib = Files.createDirectories(root.resolve("ploy-host/target/ploy/lib"));
        Files.writeString(lib.resolve("ploy-host-1.jar"), "");
        Files.setLastModifiedTime(
                lib, FileTime.fromMillis(Files.getLastModifiedTime(lib).toMillis() + 2_000));

        Result result = run(
                root.resolve("ploy-host/bin/ploy"),
                Map.of("JAVA_HOME", jdk("17", "17.0.15").toString()),
                "demo");

        assertThat(result.exitCode).as(result.err).isZero();
        assertThat(result.err).isEmpty();
        assertThat(result.out).contains("[-Dploy.home=" + root + "/ploy-host/target/ploy]");
    }

    @Test
    void anOldMavenIsNamedWithWhatIsNeeded() throws Exception {
        Path root = checkout();
        maven("3.6.3");

        Result result = run(
                root.resolve("ploy-host/bin/ploy"),
                Map.of("JAVA_HOME", jdk("17", "17.0.15").toString()),
                "demo");

        assertThat(result.exitCode).isEqualTo(1);
        assertThat(result.err).contains("needs Maven 3.8 or later", "is 3.6.3");
    }

    @Test
    void withoutMavenItSaysHowToGetIt() throws Exception {
        Path root = checkout();

        Result result = run(
                root.resolve("ploy-host/bin/ploy"),
                Map.of("JAVA_HOME", jdk("17", "17.0.15").toString()),
                "demo");

        assertThat(result.exitCode).isEqualTo(1);
        assertThat(result.err).contains("found no 'mvn'", "apt install maven");
    }

    @Test
    void aFailedBuildEndsThere() throws Exception {
        Path root = checkout();
        maven("4.0.0");
        script(
                tools.resolve("mvn"),
                "case $1 in -version) echo 'Apache Maven 4.0.0';; *) echo broken >&2; exit 1;; esac");

        Result result = run(
                root.resolve("ploy-host/bin/ploy"),
                Map.of("JAVA_HOME", jdk("17", "17.0.15").toString()),
                "demo");

        assertThat(result.exitCode).isEqualTo(1);
        assertThat(result.err).contains("broken", "the build failed");
        assertThat(result.out).isEmpty();
    }

    private Path installation() throws IOException {
        Path home = Files.createDirectories(folder.resolve("opt/ploy 1"));
        Files.createDirectories(home.resolve("lib"));
        launcher(home.resolve("bin/ploy"));
        return home;
    }

    private Path checkout() throws IOException {
        Path root = folder.resolve("my checkout");
        for (String module :
                List.of("ploy-api", "ploy-core", "ploy-connectors", "ploy-strategies-examples", "ploy-host")) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.writeString(root.resolve(module).resolve("pom.xml"), "");
        }
        Files.writeString(root.resolve("pom.xml"), "");
        launcher(root.resolve("ploy-host/bin/ploy"));
        return root;
    }

    /** The launcher looks for JDKs of the system in a folder of the test. */
    private void launcher(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        String text = Files.readString(LAUNCHER);
        assertThat(text).contains("in /usr/lib/jvm/* ");
        script(
                target,
                text.replace("in /usr/lib/jvm/* ", "in '" + jvms + "'/* ").replace("/opt/jdk*", "/opt/none"));
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = jvms.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/java"), "echo 'java of " + name + "'\nfor a in \"$@\"; do echo \"[$a]\"; done");
        script(jdk.resolve("bin/javac"), "exit 1");
        return jdk;
    }

    private void maven(String version) throws IOException {
        script(
                tools.resolve("mvn"),
                "case $1 in -version) echo 'Apache Maven " + version + " (x)'; exit;; esac\n"
                        + "echo \"mvn in $PWD: $*\"\nmkdir -p ploy-host/target/launcher/ploy/lib\n"
                        + "touch ploy-host/target/launcher/ploy/lib/ploy-host-0.jar");
    }

    private static void script(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, text.startsWith("#!") ? text : "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", folder.resolve("nobody").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private record Result(int exitCode, String out, String err) {}
}
