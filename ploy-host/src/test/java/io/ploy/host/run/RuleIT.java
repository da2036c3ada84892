package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.plugin.PluginInfo;
import io.ploy.api.risk.RiskRule;
import io.ploy.host.rules.Brittle;
import io.ploy.host.rules.NoBuys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Risk rules of a guest, dropped into the plugins folder of a run. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
@Tag("matrix")
class RuleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final RunVenue venue = new RunVenue();
    private Path plugins;

    @BeforeEach
    void install() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        Path built = Path.of(System.getProperty("ploy.built")).resolve("plugins");
        try (Stream<Path> all = Files.list(built)) {
            for (Path each : all.toList()) {
                Files.createSymbolicLink(plugins.resolve(each.getFileName()), each.toAbsolutePath());
            }
        }
        writeRules(plugins.resolve("rules.jar"));
    }

    @AfterEach
    void close() throws IOException {
        venue.close();
        try (Stream<Path> all = Files.list(plugins)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private static void writeRules(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(PluginInfo.NAME_ATTRIBUTE, "rules");
        attributes.putValue(PluginInfo.VERSION_ATTRIBUTE, "1.0");
        attributes.putValue(PluginInfo.API_ATTRIBUTE, "[0.1,0.2)");
        StringBuilder providers = new StringBuilder();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> rule : List.of(NoBuys.class, Brittle.class)) {
                String file = rule.getName().replace('.', '/') + ".class";
                try (InputStream code = rule.getClassLoader().getResourceAsStream(file)) {
                    add(out, file, code.readAllBytes());
                }
                providers.append(rule.getName()).append('\n');
            }
            add(
                    out,
                    "META-INF/services/" + RiskRule.class.getName(),
                    providers.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private Path config(String rule) throws IOException {
        return venue.config(folder, rule, "journal: {files: " + rule + "}\nrisk: {rules: [" + rule + "]}\n");
    }

    private RunProcess run(Path config) throws IOException {
        return new RunProcess(config, venue.environment(), "--plugins", plugins.toString());
    }

    private String refusals(String journal) throws Exception {
        return HostCommand.run("journal", "query", folder.resolve(journal).toString(), "risk", "--format", "jsonl")
                .said();
    }

    @Test
    void aRuleOfAPluginRefusesOrders() throws Exception {
        try (RunProcess run = run(config("no-buys"))) {
            run.await("status", status -> status.get("state").asText().equals("trading"));

            await().atMost(PATIENCE).until(() -> refusals("no-buys").contains("no-buys CUSTOM: nobody buys today"));

            assertThat(venue.orders("no-buys")).isEmpty();
            run.signal("TERM");
            assertThat(run.exitCode()).as(run.toString()).isZero();
        }
    }

    @Test
    void aRuleThatThrowsIsSwitchedOffRefusesEverythingAndIsReported() throws Exception {
        try (RunProcess run = run(config("brittle"))) {
            JsonNode failed =
                    run.await("alert", alert -> alert.get("code").asText().equals("rule.failed"));

            assertThat(failed.get("subject").asText()).isEqualTo("brittle");
            assertThat(failed.toString())
                    .contains("there is no second order", "It refuses every order until a person switches it on again");
            await().atMost(PATIENCE)
                    .until(() -> refusals("brittle")
                            .contains("brittle RULE_FAULT: switched off: it threw java.lang.IllegalStateException"));
            assertThat(venue.orders("brittle")).hasSizeLessThan(2);
            String file = folder.resolve("brittle.yaml").toString();
            await().atMost(PATIENCE)
                    .until(() -> HostCommand.run("risk", "status", file)
                            .said()
                            .contains("switched off risk rule brittle: it threw"));
            HostCommand another = HostCommand.run("risk", "switch-on", file, "--rule", "brittel", "--why", "seen");
            assertThat(another.exitCode()).isEqualTo(1);
            assertThat(another.said()).contains("No risk rule 'brittel' is switched off; switched off: brittle.");
            HostCommand on = HostCommand.run("risk", "switch-on", file, "--rule", "brittle", "--why", "it holds now");
            assertThat(on.exitCode()).as(on.said()).isZero();
            await().atMost(PATIENCE).until(() -> venue.orders("brittle").size() > 1);
            run.signal("TERM");
            assertThat(run.exitCode()).as(run.toString()).isZero();
        }
    }

    @Test
    void aRuleThatIsNotInstalledIsAFault() throws Exception {
        Path config = config("no-fridays");

        HostCommand checked = HostCommand.run(
                venue.environment(), "run", config.toString(), "--check", "--plugins", plugins.toString());

        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.said()).contains("There is no risk rule 'no-fridays'. Installed: brittle, no-buys.");
    }
}
