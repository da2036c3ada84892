package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.host.backtest.EngineBacktest;
import io.ploy.host.demo.EngineDemo;
import io.ploy.host.demo.WireDemo;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.simulate.LoopbackVenue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateTest {
    @TempDir
    Path folder;

    private final CapturedConsole captured = new CapturedConsole();

    private int run(String... arguments) {
        return new CommandLineRunner(
                        captured.console(),
                        new Wiring(
                                PluginFolder::list,
                                new EngineBacktest(),
                                new EngineDemo(),
                                new WireDemo(LoopbackVenue::open),
                                folder))
                .run(arguments);
    }

    @Test
    void itTellsWhereItIsAndWhoCanTradeOnOneLine() throws IOException {
        assertThat(run("simulate", "--seconds", "1", "--seed", "7", "--world", "longdated:questions=2", "--json"))
                .isZero();

        assertThat(captured.out().lines()).hasSize(1);
        JsonNode venue = new ObjectMapper().readTree(captured.out());
        assertThat(venue.get("chainId").asInt()).isEqualTo(137);
        assertThat(venue.at("/urls/clob").asText()).startsWith("http://127.0.0.1:");
        assertThat(venue.at("/urls/user").asText()).endsWith("/ws/user");
        assertThat(venue.at("/urls/chain").asText()).endsWith("/rpc");
        assertThat(venue.at("/connectionParameters/relayerUrl").asText())
                .isEqualTo(venue.at("/urls/relayer").asText());
        assertThat(venue.at("/contracts/exchange").asText()).isEqualTo("0xE111180000d2663C0091e4f400237545B87B996B");
        assertThat(venue.at("/relayerKeys/safe").asText()).isNotEmpty();
        assertThat(venue.get("accounts").findValuesAsText("kind")).containsExactly("eoa", "proxy", "safe", "deposit");
        assertThat(venue.at("/markets/0/tokens")).hasSize(2);
    }

    @Test
    void itTellsAPersonWhatToSet() {
        assertThat(run("simulate", "--seconds", "1")).isZero();

        assertThat(captured.out()).contains("Ctrl-C ends it", "clobUrl = \"http://127.0.0.1:", "new ClobClient(");
    }

    @Test
    void accountsOfAFileAreOpened() throws IOException {
        Path accounts = Files.writeString(
                folder.resolve("accounts.json"), "[{\"name\":\"desk\",\"kind\":\"safe\",\"collateral\":\"250\"}]");

        assertThat(run("simulate", "--seconds", "1", "--accounts", accounts.toString()))
                .isZero();

        assertThat(captured.out()).contains("desk, safe, 250 USD");
    }

    @Test
    void aTakenPortIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("simulate", "--seconds", "1", "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(1);
        }
        assertThat(captured.err()).contains("cannot be served on port", "leave --port out");
    }

    @Test
    void aScenarioIsPlayedAndJudged() throws IOException {
        Path scenario = Files.writeString(folder.resolve("restart.yaml"), """
                seed: 7
                world: longdated:questions=1
                faults:
                  - fault: restart
                    name: away
                expect:
                  - fired: {fault: away, exactly: 1}
                """);
        Path log = folder.resolve("run.yaml");

        assertThat(run("simulate", "--seconds", "1", "--scenario", scenario.toString(), "--fault-log", log.toString()))
                .isZero();

        assertThat(captured.err()).contains("Scenario restart passed with seed 7, 1 strikes");
        assertThat(Files.readString(log)).contains("away F22 #1 time", "name: restart-replay", "fault: F22");
        assertThat(run("simulate", "--seconds", "1", "--scenario", log.toString()))
                .isZero();
    }

    @Test
    void aScenarioThatDoesNotComeTrueFails() throws IOException {
        Path scenario = Files.writeString(
                folder.resolve("never.yaml"), "faults:\n  - {fault: F01, name: cut, where: {account: eoa}}\n");

        assertThat(run("simulate", "--seconds", "1", "--scenario", scenario.toString()))
                .isEqualTo(1);

        assertThat(captured.err()).contains("fault cut (F01) never struck");
    }

    @Test
    void aScenarioThatCannotBeReadIsBadInput() throws IOException {
        Path scenario =
                Files.writeString(folder.resolve("bad.yaml"), "faults:\n  - fault: F01\n    with: {cut: HALF}\n");

        assertThat(run("simulate", "--scenario", scenario.toString())).isEqualTo(2);

        assertThat(captured.err()).contains("bad.yaml:3: ", "cut: found 'HALF', allowed STATUS|HEADERS|BODY");
        assertThat(run("simulate", "--scenario", folder.resolve("none.yaml").toString()))
                .isEqualTo(2);
    }

    @Test
    void everyFaultIsListed() {
        assertThat(run("simulate", "--faults")).isZero();

        assertThat(captured.out()).contains("F01 accepted-then-cut", "F66 fees", "hold (duration, default 5)");
    }

    @ParameterizedTest
    @CsvSource({
        "--profile,stormy,found 'stormy'",
        "--world,moon,allowed [updown",
        "--limits,some,found 'some'",
        "--chain,1,137 or 80002",
        "--port,70000,from 0 to 65535",
        "--seconds,-1,from 0"
    })
    void whatCannotBeIsBadInput(String option, String value, String said) {
        assertThat(run("simulate", option, value)).isEqualTo(2);
        assertThat(captured.err()).contains(said);
    }
}
