package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.host.backtest.EngineBacktest;
import io.ploy.host.demo.EngineDemo;
import io.ploy.host.demo.WireDemo;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.simulate.LoopbackVenue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command's door: what it refuses before anything is opened. */
class RunCommandTest {
    private static final String CONFIG = """
            mode: live
            venue: {connector: polymarket}
            account: {name: main, key: 'env:PLOY_KEY'}
            strategies: [{strategy: one-buy}]
            journal: {files: journal}
            deployments: {evidence: waived, waivedBy: anna, waivedWhy: a test}
            """;

    @TempDir
    Path folder;

    private CapturedConsole captured = new CapturedConsole(false, Map.of());

    @BeforeEach
    void install() throws Exception {
        GuestPlugin.writeTo(folder.resolve("plugins"), "guest", "[0.1,0.2)");
    }

    private int run(String yaml, String... options) throws Exception {
        // The log of a run closes its stream when the next one begins.
        captured = new CapturedConsole(false, Map.of());
        Path config = Files.writeString(folder.resolve("run.yaml"), yaml);
        String[] arguments = new String[2 + options.length];
        arguments[0] = "run";
        arguments[1] = config.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        Wiring wiring = new Wiring(
                PluginFolder::list,
                new EngineBacktest(),
                new EngineDemo(),
                new WireDemo(LoopbackVenue::open),
                folder.resolve("plugins"));
        return new CommandLineRunner(captured.console(), wiring).run(arguments);
    }

    @Test
    void everyFaultOfTheFileIsALineOfItsOwn() throws Exception {
        assertThat(run("mode: paper\nvenue: {conector: polymarket}\n")).isEqualTo(2);

        assertThat(captured.err().lines()).hasSizeGreaterThan(4).allMatch(line -> line.startsWith("ploy: run.yaml:"));
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void aConnectorThatIsNotInstalledIsNamed() throws Exception {
        assertThat(run(CONFIG)).isEqualTo(2);
        assertThat(captured.err())
                .isEqualTo("ploy: run.yaml:2: venue: There is no venue connector 'polymarket'. None is installed."
                        + System.lineSeparator());
        assertThat(run(CONFIG, "--check", "--plugins", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(folder.resolve("journal")).doesNotExist();
    }

    @Test
    void aDecisionNeedsAReasonAndAWordThatIsKnown() throws Exception {
        assertThat(run(CONFIG, "--release", "kill-switch")).isEqualTo(2);
        assertThat(captured.err()).contains("A decision needs a reason: --because");
        assertThat(run(CONFIG, "--decide", "main-1-1=neverplaced", "--because", "seen"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("found 'main-1-1=neverplaced'. Did you mean 'never-placed'?");
        assertThat(run(CONFIG, "--reopen", "up", "--because", "seen")).isEqualTo(2);
        assertThat(captured.err()).contains("--reopen takes VENUE:ID; found 'up'");
        assertThat(run(
                        CONFIG,
                        "--reopen",
                        "polymarket:1",
                        "--decide",
                        "main-1-1=closed",
                        "--accept-balances",
                        "--because",
                        "seen"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("There is no venue connector");
    }

    @Test
    void helpTellsOfSignalsAndExitCodes() throws Exception {
        assertThat(run(CONFIG, "--help")).isZero();
        assertThat(captured.out()).contains("--standby", "SIGTERM", "4 the lease was lost");
    }

    @Test
    void aFileIsNeeded() throws Exception {
        assertThat(new CommandLineRunner(
                                captured.console(),
                                new Wiring(
                                        PluginFolder::list,
                                        new EngineBacktest(),
                                        new EngineDemo(),
                                        new WireDemo(LoopbackVenue::open),
                                        folder))
                        .run("run"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("CONFIG");
    }
}
