package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands' door, where no host runs. */
class ControlCommandsTest {
    @TempDir
    Path folder;

    private CapturedConsole captured = CapturedConsole.inAHurry();

    private int run(String... arguments) {
        captured = CapturedConsole.inAHurry();
        return new CommandLineRunner(captured.console(), Wiring.ofProcess()).run(arguments);
    }

    private String control() {
        return folder.resolve("c").toString();
    }

    @Test
    void aKillLeavesItsFlagAndTheStatusSaysSo() {
        assertThat(run("risk", "status", "--control", control())).isEqualTo(1);
        assertThat(captured.err()).contains("No host runs here.");

        assertThat(run("kill", "--control", control(), "--why", "a drill", "--who", "anna"))
                .isZero();
        assertThat(captured.out()).contains("No host runs here. The file KILL stays");
        assertThat(folder.resolve("c/KILL")).content().contains("anna", "a drill");

        assertThat(run("risk", "status", "--control", control())).isEqualTo(1);
        assertThat(captured.err()).contains("the next start begins halted");
    }

    @Test
    void haltAndResetNeedAHost() {
        assertThat(run("halt", "--control", control(), "--why", "odd")).isEqualTo(1);
        assertThat(captured.err()).contains("No host runs here, and nothing was done.");
        assertThat(run("reset", "--control", control(), "--causes", "kill-switch", "--why", "over"))
                .isEqualTo(1);
        assertThat(captured.err()).contains("nothing was done");
    }

    @Test
    void cashIsNamedBeforeAHostIsAsked() {
        assertThat(book("reward", "1.25")).isEqualTo(1);
        assertThat(captured.err()).contains("No host runs here, and nothing was done.");
        assertThat(book("rewards", "1.25")).isEqualTo(2);
        assertThat(captured.err())
                .contains("--kind: found 'rewards', allowed deposit, withdrawal, reward", "'reward'?");
        assertThat(book("flow", "1.25")).isEqualTo(2);
        assertThat(book("gas", "a bit")).isEqualTo(2);
        assertThat(captured.err()).contains("--amount: found 'a bit'");
    }

    private int book(String kind, String amount) {
        return run("book", "--control", control(), "--kind", kind, "--amount", amount, "--why", "odd");
    }

    @Test
    void aRunIsNamedInOneWayAndWhatIsMissingIsSaid() throws Exception {
        assertThat(run("kill", "--why", "x")).isEqualTo(2);
        assertThat(captured.err()).contains("Name the run by its CONFIG or by --control DIR");
        assertThat(run("kill", "main.yaml", "--control", control(), "--why", "x"))
                .isEqualTo(2);
        assertThat(run("kill", "--control", control())).isEqualTo(2);
        assertThat(captured.err()).contains("--why");
        assertThat(run("kill", "--control", control(), "--why", " ")).isEqualTo(2);
        assertThat(captured.err()).contains("--why needs words");
        assertThat(run("halt", "--control", control(), "--scope", "planet:x", "--why", "x"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("found scope 'planet:x', allowed account, domain:NAME");
        assertThat(run("reset", "--control", control(), "--why", "x")).isEqualTo(2);
        assertThat(captured.err()).contains("--causes");
        assertThat(folder.resolve("c")).doesNotExist();
        assertThat(run("risk")).isZero();
        assertThat(captured.out()).contains("status");
    }

    @Test
    void theFolderOfAConfigurationIsBesideItsJournal() throws Exception {
        Path config = Files.writeString(folder.resolve("main.yaml"), """
                mode: live
                venue: {connector: polymarket}
                account: {name: main, key: 'env:PLOY_KEY'}
                strategies: [{strategy: one-buy}]
                deployments: {evidence: waived, waivedBy: anna, waivedWhy: a test}
                journal: {files: books}
                """);

        assertThat(run("kill", config.toString(), "--why", "a drill")).isZero();

        assertThat(folder.resolve("books.control/KILL")).exists();
    }
}
