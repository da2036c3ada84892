package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.host.backtest.EngineBacktest;
import io.ploy.host.console.ExitCode;
import io.ploy.host.demo.EngineDemo;
import io.ploy.host.demo.WireDemo;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.simulate.LoopbackVenue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in this process, on the real engine, with a plugin from a folder. */
class EndToEndTest {
    @TempDir
    Path folder;

    private Path plugins;
    private Path recording;
    private CapturedConsole captured = new CapturedConsole();

    @BeforeEach
    void layOut() throws IOException, URISyntaxException {
        plugins = folder.resolve("plugins");
        GuestPlugin.writeTo(plugins, "guest", "[0.1,0.2)");
        recording = GuestPlugin.recording(
                folder.resolve("one.script"), List.of("0.40", "0.41", "bad", "0.42", "0.55", "0.60", "up"));
    }

    @Test
    void pluginsListsWhatTheFolderHolds() {
        assertThat(run("plugins")).isZero();
        assertThat(captured.out())
                .contains("guest 1.2.3", "strategy one-buy: Buys once.", "recording format script: for tests")
                .containsPattern("shares +quantity +10 +5 to 100 +shares");
    }

    @Test
    void aDemoOverTheWireWithoutAConnectorSaysWhatIsMissing() {
        assertThat(run("demo", "--wire", "--seconds", "1", "--strategy", "one-buy"))
                .isEqualTo(2);

        assertThat(captured.err()).contains("There is no venue connector 'polymarket'. None is installed.");
    }

    @Test
    void aPluginForAnotherApiIsNamedAndIsBadInput() throws IOException, URISyntaxException {
        GuestPlugin.writeTo(plugins, "future", "[7.0,8.0)");

        assertThat(run("plugins")).isEqualTo(2);
        assertThat(captured.out()).contains("refused", "future.jar", "7.0");
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void backtestTradesSettlesAndRepeatsItselfByteForByte() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        assertThat(backtest("--out", first.toString(), "--json")).isZero();
        JsonNode summary = new ObjectMapper().readTree(captured.out());
        assertThat(backtest("--out", second.toString())).isZero();

        assertThat(summary.at("/markets/0/outcome").asText()).isEqualTo("Up");
        assertThat(summary.at("/totals/orders").asInt()).isEqualTo(1);
        assertThat(summary.at("/totals/fills").asInt()).isEqualTo(1);
        assertThat(summary.at("/data/malformed").asInt()).isEqualTo(1);
        assertThat(summary.at("/data/problems/0/line").asInt()).isEqualTo(3);
        assertThat(summary.at("/markets/0/fees_assumed").asBoolean()).isTrue();
        assertThat(summary.at("/totals/net").asText()).startsWith("5.");
        for (String name : List.of("orders.csv", "fills.csv", "equity.csv", "report.html")) {
            assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
        }
        assertThat(captured.out()).containsPattern("script-one +Up +1 +1 +10.00");
    }

    @Test
    void anUnknownStrategyNamesTheNearestAndTheInstalled() {
        assertThat(run("backtest", "--data", recording.toString(), "--strategy", "onebuy"))
                .isEqualTo(2);
        assertThat(captured.err())
                .isEqualTo("ploy: There is no strategy 'onebuy'. Did you mean 'one-buy'? Installed: one-buy."
                        + System.lineSeparator());
    }

    @Test
    void anUnknownParameterNamesTheNearest() {
        assertThat(backtest("--param", "share=3")).isEqualTo(2);
        assertThat(captured.err()).contains("has no parameter 'share'. Did you mean 'shares'?");
    }

    @Test
    void aValueOutOfRangeNamesTheRange() {
        assertThat(backtest("--param", "shares=3")).isEqualTo(2);
        assertThat(captured.err()).contains("shares: found '3', allowed quantity from 5 to 100");
        assertThat(captured.err().lines()).hasSize(1);
    }

    @Test
    void aRecordingThatIsCutOffIsBadInput() throws IOException {
        Path cut = GuestPlugin.recording(folder.resolve("cut.script"), List.of("0.40", "cut"));

        assertThat(run("backtest", "--data", cut.toString(), "--strategy", "one-buy"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("cut.script is cut off at line 2");
        assertThat(captured.err().lines()).hasSize(1);
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void aFileInNoFormatIsBadInput() throws IOException {
        Path other = Files.writeString(folder.resolve("x.txt"), "x");

        assertThat(run("backtest", "--data", other.toString(), "--strategy", "one-buy"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("x.txt is not a recording in any installed format (script)");
    }

    @Test
    void aFolderWithoutPluginsIsBadInput() {
        plugins = folder.resolve("nowhere");

        assertThat(run("plugins")).isEqualTo(2);
        assertThat(captured.err()).contains("There is no folder of plugins at " + plugins);
    }

    @Test
    void demoTradesOnTheRealEngineAndLeavesAJournal() throws IOException {
        Path journal = folder.resolve("journal");
        captured = CapturedConsole.inAHurry();

        int exitCode = run(
                "demo",
                "--seconds",
                "1",
                "--speed",
                "610",
                "--strategy",
                "one-buy",
                "--json",
                "--journal",
                journal.toString());

        assertThat(captured.err()).isEmpty();
        assertThat(exitCode).isZero();
        JsonNode summary = new ObjectMapper().readTree(captured.out());
        assertThat(summary.at("/plugin").asText()).isEqualTo("guest");
        assertThat(summary.at("/totals/settled").asInt()).isEqualTo(2);
        assertThat(summary.at("/totals/fills").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(summary.at("/journal/folder").asText()).isEqualTo(journal.toString());
        assertThat(journal).isNotEmptyDirectory();
    }

    @Test
    void equalSeedsGiveEqualDemos() throws IOException {
        String once = demo("5");
        String again = demo("5");
        String other = demo("6");

        assertThat(once).isEqualTo(again).isNotEqualTo(other);
    }

    @Test
    void aDemoThatEndsWithAWindowStillSeesItPaid() throws IOException {
        captured = CapturedConsole.inAHurry();

        run("demo", "--seconds", "1", "--speed", "300", "--strategy", "one-buy", "--json");

        JsonNode summary = new ObjectMapper().readTree(captured.out());
        assertThat(summary.at("/markets/0/outcome").asText()).isIn("Up", "Down");
    }

    @Test
    void aDemoDoesNotGoOnWithTheJournalOfAnother() {
        Path journal = folder.resolve("taken");
        assertThat(run(
                        "demo",
                        "--seconds",
                        "1",
                        "--speed",
                        "60",
                        "--strategy",
                        "one-buy",
                        "--journal",
                        journal.toString()))
                .isZero();

        captured = CapturedConsole.inAHurry();
        int again = run("demo", "--seconds", "1", "--strategy", "one-buy", "--journal", journal.toString());

        assertThat(again).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(captured.err()).contains(journal.toString(), "empty or a new one", "--journal");
    }

    private int demos;

    private String demo(String seed) throws IOException {
        captured = CapturedConsole.inAHurry();
        Path journal = folder.resolve("journal-of-run-" + ++demos);
        run(
                "demo",
                "--seconds",
                "1",
                "--speed",
                "400",
                "--strategy",
                "one-buy",
                "--json",
                "--seed",
                seed,
                "--journal",
                journal.toString());
        JsonNode summary = new ObjectMapper().readTree(captured.out());
        return summary.get("totals").toString() + summary.get("markets");
    }

    private int backtest(String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "backtest";
        arguments[1] = "--data";
        arguments[2] = recording.toString();
        arguments[3] = "--strategy";
        arguments[4] = "one-buy";
        System.arraycopy(more, 0, arguments, 5, more.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        Wiring wiring = new Wiring(
                PluginFolder::list, new EngineBacktest(), new EngineDemo(), new WireDemo(LoopbackVenue::open), plugins);
        return new CommandLineRunner(captured.console(), wiring).run(arguments);
    }
}
