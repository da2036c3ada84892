package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.host.backtest.EngineBacktest;
import io.ploy.host.demo.EngineDemo;
import io.ploy.host.demo.WireDemo;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.simulate.LoopbackVenue;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings played by the command, in a format of a plugin. */
class SimulateRecordingTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private CapturedConsole captured = new CapturedConsole();
    private Path recording;

    @BeforeEach
    void layOut() throws IOException, URISyntaxException {
        GuestPlugin.writeTo(folder.resolve("plugins"), "guest", "[0.1,0.2)");
        recording = script("one.script", "0.40", "bad", "0.42", "0.55", "up");
    }

    private Path script(String name, String... lines) throws IOException {
        return GuestPlugin.recording(folder.resolve(name), List.of(lines));
    }

    private int run(String... arguments) {
        return new CommandLineRunner(
                        captured.console(),
                        new Wiring(
                                PluginFolder::list,
                                new EngineBacktest(),
                                new EngineDemo(),
                                new WireDemo(LoopbackVenue::open),
                                folder.resolve("plugins")))
                .run(arguments);
    }

    private static JsonNode get(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setRequestProperty("User-Agent", "test");
            return MAPPER.readTree(connection.getInputStream());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRecordingIsPlayedAsFastAsItWasAskedFor() throws IOException {
        Instant before = Instant.now();
        CompletableFuture<Integer> command = CompletableFuture.supplyAsync(
                () -> run("simulate", "--recording", recording.toString(), "--speed", "4", "--seconds", "4", "--json"));
        await().until(() -> captured.out().endsWith("\n"));
        JsonNode venue = MAPPER.readTree(captured.out());
        assertThat(captured.out().lines()).hasSize(1);
        assertThat(captured.err())
                .contains("Playing recording ", "one.script, recorded from 2026-03-01T10:00:00Z, 0:00:05 long.")
                .contains("1 of its rows cannot be read");
        String clob = venue.at("/urls/clob").asText();
        String market = venue.at("/markets/0/conditionId").asText();
        String book = clob + "/book?token_id="
                + venue.at("/markets/0/tokens/0/tokenId").asText();

        await().until(() -> get(book).at("/bids/0/price").asText().equals("0.55"));
        assertThat(get(book).at("/bids/0/size").asText()).isEqualTo("500");
        assertThat(get(book).at("/asks/0/price").asText()).isEqualTo("0.56");
        await().until(() ->
                get(clob + "/markets/" + market).at("/tokens/0/winner").asBoolean());
        assertThat(get(clob + "/time").asLong()).isGreaterThanOrEqualTo(before.getEpochSecond() + 5);
        assertThat(command.join()).isZero();
    }

    @Test
    void aRecordingComesInPlaceOfAScenariosWorld() throws IOException {
        Path scenario = Files.writeString(folder.resolve("calm.yaml"), "world: longdated:questions=3\n");

        assertThat(run(
                        "simulate",
                        "--recording",
                        recording.toString(),
                        "--scenario",
                        scenario.toString(),
                        "--seconds",
                        "1",
                        "--json"))
                .isZero();

        assertThat(MAPPER.readTree(captured.out()).get("markets")).hasSize(1);
        assertThat(captured.out()).contains("script-one");
    }

    @Test
    void aWorldAndARecordingAreOneTooMany() {
        assertThat(run("simulate", "--recording", recording.toString(), "--world", "updown"))
                .isEqualTo(2);

        assertThat(captured.err()).contains("leave out --world or --recording").hasLineCount(1);
    }

    @Test
    void whatCannotBePlayedIsSaidInOneMessage() throws IOException {
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "hello");
        Path cut = script("cut.script", "0.40", "cut");

        refused(folder.resolve("none.script"), "none.script does not exist or cannot be read");
        refused(foreign, "notes.txt is not a recording in any installed format (script)");
        refused(cut, "cut.script is cut off at line 2");
    }

    private void refused(Path what, String said) {
        captured = new CapturedConsole();
        assertThat(run("simulate", "--recording", what.toString())).isEqualTo(2);
        assertThat(captured.err()).contains(said).hasLineCount(1);
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void anAlignedRecordingWaitsForItsTime() throws IOException {
        assertThat(run(
                        "simulate",
                        "--recording",
                        recording.toString(),
                        "--align",
                        "525600",
                        "--seconds",
                        "1",
                        "--json"))
                .isZero();

        assertThat(MAPPER.readTree(captured.out()).get("markets")).isEmpty();
        assertThat(run("simulate", "--align", "-1")).isEqualTo(2);
    }

    @Test
    void aSpeedThatCannotBeIsBadInput() {
        assertThat(run("simulate", "--speed", "0")).isEqualTo(2);

        assertThat(captured.err()).contains("--speed takes a number above 0, at most 1000; found 0.0.");
    }
}
